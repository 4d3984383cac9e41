package jp.shikaku.inquiry.site;

import java.util.Arrays;
import java.util.List;

import jp.shikaku.contracts.faq.FaqFinding;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.text.LocalizedText;

/** The questions about one thing. */
record Topic(FaqTopic topic, List<FaqFinding> questions) {

    Topic {
        questions = List.copyOf(questions);
    }

    /** {@code questions} by topic, in the order of {@link FaqTopic}; topics without any are left out. */
    static List<Topic> of(List<FaqFinding> questions) {
        return Arrays.stream(FaqTopic.values())
                .map(topic -> new Topic(
                        topic,
                        questions.stream()
                                .filter(question -> question.entry().topic() == topic)
                                .toList()))
                .filter(topic -> !topic.questions().isEmpty())
                .toList();
    }

    /** Where it is on the page. */
    public String anchor() {
        return "topic-" + topic.ordinal();
    }

    public LocalizedText name() {
        return name(topic);
    }

    static LocalizedText name(FaqTopic topic) {
        return switch (topic) {
            case MERITS -> new LocalizedText("マイナ保険証でできること", "What the card is good for");
            case OLD_CARD -> new LocalizedText("従来の保険証", "Old insurance cards");
            case WITHOUT_CARD -> new LocalizedText("カードがないとき", "Without a card");
            case JOB_CHANGE -> new LocalizedText("転職・退職", "Changing or leaving a job");
            case TIMING -> new LocalizedText("いつから使えるか", "How soon it can be used");
            case DISPLAY -> new LocalizedText("画面の表示", "What the screen says");
            case HELD -> new LocalizedText("確認中の登録", "Registrations being confirmed");
            case PRESCRIPTION -> new LocalizedText("処方箋", "Prescriptions");
            case COST -> new LocalizedText("支払い", "What to pay");
            case PIN -> new LocalizedText("暗証番号", "PIN");
            case CERTIFICATE_EXPIRY -> new LocalizedText("電子証明書の期限", "Certificate expiry");
            case LOST_CARD -> new LocalizedText("カードの紛失", "Lost cards");
            case CARD_READER -> new LocalizedText("カードリーダー", "Card readers");
            case NAME_CHARACTERS -> new LocalizedText("名前の文字", "Characters in names");
            case WRONG_PERSON -> new LocalizedText("別の人の情報が出たとき", "Another person's data");
            case USE_REGISTRATION -> new LocalizedText("利用登録", "Registering the card for use");
            case LIFE_EVENT -> new LocalizedText("出産・75歳・扶養など", "Births, turning 75, dependants");
            case ELIGIBILITY_SHEET -> new LocalizedText("資格情報のお知らせ", "Eligibility information sheet");
            case CONTACT -> new LocalizedText("問い合わせ先", "Whom to ask");
        };
    }
}
