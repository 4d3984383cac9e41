package jp.shikaku.registration.check;

/** Which rule of severity applies to what. */
public record Severities(SeverityRule newData, SeverityRule recheck) {

    SeverityRule in(CheckMode mode) {
        return mode == CheckMode.NEW_DATA ? newData : recheck;
    }
}
