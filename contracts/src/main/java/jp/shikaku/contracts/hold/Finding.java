package jp.shikaku.contracts.hold;

import java.util.List;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * One thing the system check found. Says which fields differ, never what the resident register holds: behind a wrong
 * individual number stands another person.
 *
 * @param code stable code of the rule
 * @param fields JSON pointers of the fields it speaks of
 * @param message what was found
 * @param remedy what the insurer does about it
 */
public record Finding(
        String code, FindingSeverity severity, List<String> fields, LocalizedText message, LocalizedText remedy) {

    public Finding {
        fields = List.copyOf(fields);
    }
}
