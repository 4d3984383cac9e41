package jp.shikaku.contracts.hotline;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The regular hours of a line. A closure beats everything, a holiday beats the day of the week.
 *
 * @param weekday Monday to Friday; missing when closed
 * @param saturday missing when closed
 * @param sunday missing when closed
 * @param holiday every day that is off under the Act on National Holidays (祝日法); missing when closed
 * @param closures days off of the line itself; empty when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpeningHours(
        OpenSpan weekday, OpenSpan saturday, OpenSpan sunday, OpenSpan holiday, List<YearlyClosure> closures) {

    public OpeningHours {
        closures = List.copyOf(closures);
    }
}
