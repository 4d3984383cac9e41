package jp.shikaku.contracts.ticket;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** In which language a caller wants to be answered. */
public enum TicketLanguage {
    JA,
    EN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
