package jp.shikaku.inquiry.ticket;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.IndividualNumberMask;
import jp.shikaku.contracts.number.IndividualNumberMask.Masked;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.ticket.CallerMessageRequest;
import jp.shikaku.contracts.ticket.CannedAnswer;
import jp.shikaku.contracts.ticket.TicketDecision;
import jp.shikaku.contracts.ticket.TicketDecisionRequest;
import jp.shikaku.contracts.ticket.TicketLanguage;
import jp.shikaku.contracts.ticket.TicketMessageKind;
import jp.shikaku.contracts.ticket.TicketMessageRequest;
import jp.shikaku.contracts.ticket.TicketRequest;

/**
 * Reads what callers and agents write. Bounds it, and hides individual numbers before anything else sees them (R5).
 * Every method throws {@link ProblemException} {@code values-invalid}, naming everything that is wrong.
 */
final class TicketReader {

    private static final int NAME = 100;
    private static final int CONTACT = 200;
    private static final int TEXT = 4000;
    private static final int COMMENT = 500;
    private static final int ENTRY_ID = 100;
    private static final String AGENT_ID = "[A-Za-z0-9._-]{1,64}";

    private final ValueReader reader = new ValueReader();
    private int maskedNumbers;

    /** @param assignee {@code null} when none was named. @param comment {@code null} when there is none */
    record Decision(TicketDecision decision, String assignee, String comment) {}

    NewTicket newTicket(TicketRequest request) {
        FaqTopic topic = reader.optional("/topic", request.topic(), text -> code(FaqTopic.class, text));
        TicketLanguage language = language(request.language(), TicketLanguage.JA);
        String name = masked(reader.optionalText("/name", request.name(), NAME));
        String contact = masked(reader.optionalText("/contact", request.contact(), CONTACT));
        ConfirmationNumber number =
                reader.optional("/confirmationNumber", request.confirmationNumber(), ConfirmationNumber::of);
        String text = masked(reader.requiredLines("/text", request.text(), TEXT));
        reader.refuseIfAnyInvalid();
        return new NewTicket(topic, language, name, contact, number, text, maskedNumbers);
    }

    WrittenMessage ofCaller(CallerMessageRequest request) {
        String text = masked(reader.requiredLines("/text", request.text(), TEXT));
        reader.refuseIfAnyInvalid();
        return new WrittenMessage(TicketMessageKind.CALLER, null, text, maskedNumbers, null);
    }

    /**
     * @param callersLanguage in which an answer is copied when the agent names no language
     * @param faq finds the questions of today
     */
    WrittenMessage ofAgent(
            TicketMessageRequest request,
            String agent,
            TicketLanguage callersLanguage,
            Function<String, Optional<FaqEntry>> faq) {
        TicketMessageKind kind = reader.required("/kind", request.kind(), TicketReader::agentsKind);
        String entryId = reader.optionalText("/faqEntry", request.faqEntry(), ENTRY_ID);
        TicketLanguage language = language(request.language(), callersLanguage);
        String text = masked(
                entryId == null
                        ? reader.requiredLines("/text", request.text(), TEXT)
                        : reader.optionalLines("/text", request.text(), TEXT));
        if (entryId != null && kind != null && kind != TicketMessageKind.REPLY) {
            reader.refuse("/faqEntry", ValueFault.NOT_OF_THIS_KIND);
        }
        FaqEntry entry = reader.optional("/faqEntry", entryId, id -> faq.apply(id)
                .orElseThrow(() -> new InvalidValueException(ValueFault.LINK_UNKNOWN)));
        reader.refuseIfAnyInvalid();
        if (entry == null) {
            return new WrittenMessage(kind, agent, text, maskedNumbers, null);
        }
        String answer = CannedText.of(entry, language);
        return new WrittenMessage(
                kind,
                agent,
                text == null ? answer : text + "\n\n" + answer,
                maskedNumbers,
                new CannedAnswer(entry.id(), entry.version(), language));
    }

    Decision decision(TicketDecisionRequest request) {
        TicketDecision decision =
                reader.required("/decision", request.decision(), text -> code(TicketDecision.class, text));
        String assignee = reader.optional("/assignee", request.assignee(), TicketReader::agentId);
        String comment = masked(reader.optionalText("/comment", request.comment(), COMMENT));
        if (assignee != null && decision != null && decision != TicketDecision.ASSIGN) {
            reader.refuse("/assignee", ValueFault.NOT_OF_THIS_KIND);
        }
        reader.refuseIfAnyInvalid();
        return new Decision(decision, assignee, comment);
    }

    private TicketLanguage language(String text, TicketLanguage otherwise) {
        TicketLanguage language = reader.optional("/language", text, TicketReader::languageOf);
        return language == null ? otherwise : language;
    }

    private String masked(String text) {
        if (text == null) {
            return null;
        }
        Masked masked = IndividualNumberMask.mask(text);
        maskedNumbers += masked.numbers();
        return masked.text();
    }

    private static TicketLanguage languageOf(String code) {
        return Arrays.stream(TicketLanguage.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }

    private static TicketMessageKind agentsKind(String text) {
        TicketMessageKind kind = code(TicketMessageKind.class, text);
        if (kind == TicketMessageKind.CALLER) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return kind;
    }

    private static String agentId(String text) {
        if (!text.matches(AGENT_ID)) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return text;
    }

    /** @throws InvalidValueException when {@code text} is none of {@code type} */
    static <E extends Enum<E>> E code(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
