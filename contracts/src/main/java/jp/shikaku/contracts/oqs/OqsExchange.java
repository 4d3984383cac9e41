package jp.shikaku.contracts.oqs;

import java.util.Arrays;
import java.util.Optional;

/** A request document and its answer. They are told apart by the names of their files, not by what is in them. */
public enum OqsExchange {
    /** 資格確認照会: one card, answered at once. */
    SINGLE("OQSsiquc01"),
    /** 一括照会 (upload): many cards, answered with a reception number. */
    BULK_UPLOAD("OQSmuquc01"),
    /** 一括照会結果 (download): a reception number, answered with everything found. */
    BULK_DOWNLOAD("OQSmuquc02");

    /** Of every file of this kind, whatever case a Windows machine made of it. */
    public static final String FILE_ENDING = ".xml";

    private final String name;

    OqsExchange(String name) {
        this.name = name;
    }

    /** The exchange that the request file {@code fileName} begins; empty when it is no request of a kind known here. */
    public static Optional<OqsExchange> ofRequestFile(String fileName) {
        return Arrays.stream(values())
                .filter(exchange -> fileName.startsWith(exchange.requestName() + "_"))
                .findFirst();
    }

    /** Name of the request document: {@code OQSsiquc01req}. */
    public String requestName() {
        return name + "req";
    }

    /** Name of the answer document: {@code OQSsiquc01res}. */
    public String responseName() {
        return name + "res";
    }

    /** The file in which whoever dropped {@code requestFile} looks for the answer: the same name with its answer's prefix. */
    public String answerFile(String requestFile) {
        return responseName() + requestFile.substring(requestName().length());
    }
}
