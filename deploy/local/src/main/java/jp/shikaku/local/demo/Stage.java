package jp.shikaku.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.local.http.Answer;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Parties;
import jp.shikaku.local.http.Party;
import jp.shikaku.local.identity.Role;

/** The parties of the story at work: each method is one thing a party does, over HTTP, noted in the ledger. */
final class Stage {

    private static final LocalizedText CLINIC = new LocalizedText("診療所", "clinic");
    private static final LocalizedText HOTLINE = new LocalizedText("電話窓口", "hotline");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final Parties parties;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final List<String> looks = new ArrayList<>();

    Stage(Parties parties, Endpoints endpoints, Ledger ledger) {
        this.parties = parties;
        this.endpoints = endpoints;
        this.ledger = ledger;
    }

    Party insurerA() {
        return parties.of(Role.INSURER, Cast.INSURER_A);
    }

    Party insurerB() {
        return parties.of(Role.INSURER, Cast.INSURER_B);
    }

    Party companyB() {
        return parties.of(Role.EMPLOYER, Cast.COMPANY_B);
    }

    Party operator() {
        return parties.of(Role.OPERATOR, Cast.OPERATOR);
    }

    Party certifier() {
        return parties.of(Role.CERTIFIER, Cast.CERTIFIER);
    }

    /** Asks about a card without noting it: while something is awaited. */
    Answer ask(ObjectNode card) {
        return ask(endpoints.confirmations(), card);
    }

    private Answer ask(URI where, ObjectNode card) {
        Answer answer = parties.of(Role.INSTITUTION, Cast.CLINIC).post(where, card);
        if (answer.status() == 201) {
            looks.add(answer.text("/confirmationNumber"));
        }
        return answer;
    }

    /** The clinic asks about a card and reads {@code validity} and {@code form}; returns the confirmation number. */
    String clinicReads(LocalizedText cardName, ObjectNode card, int validity, String form) {
        Answer answer = ask(card);
        boolean right = answer.status() == 201
                && answer.body().at("/validity").asInt() == validity
                && answer.text("/prescription/form").equals(form);
        ledger.row(CLINIC, asks(cardName), screen(answer), right);
        return answer.text("/confirmationNumber");
    }

    /** The same by the certificate of an individual-number card. */
    void clinicReadsIndividualNumberCard(ObjectNode card, int validity, String insurerNumber) {
        Answer answer = ask(endpoints.certificateConfirmations(), card);
        boolean right = answer.status() == 201
                && answer.body().at("/validity").asInt() == validity
                && answer.text("/coverage/insurerNumber").equals(insurerNumber);
        ledger.row(CLINIC, asks(new LocalizedText("マイナンバーカード", "individual-number card")), screen(answer), right);
    }

    /** The clinic asks and reads "undetermined", which is something else than "no information" (R3). */
    void clinicReadsUndetermined(LocalizedText cardName, ObjectNode card) {
        Answer answer = ask(card);
        boolean right = answer.status() == 503
                && answer.text("/code").equals("undetermined")
                && !answer.body().toString().contains("\"validity\"");
        ledger.row(
                CLINIC,
                asks(cardName),
                answer.status() + " 判定不能 undetermined (" + answer.took().toMillis() + " ms)",
                right);
    }

    /** An agent opens the case by the clinic's confirmation number and learns where it waits. */
    void hotlineExplains(String confirmationNumber, String stage, String dueOn) {
        Answer answer = parties.of(Role.HOTLINE, Cast.AGENT).get(endpoints.caseFile(confirmationNumber));
        boolean right = answer.status() == 200
                && answer.text("/progress/stage").equals(stage)
                && (dueOn == null || answer.text("/nextDate").equals(dueOn));
        String due = answer.text("/nextDate").isEmpty() ? "" : ", 期限 due " + answer.text("/nextDate");
        ledger.row(
                HOTLINE,
                new LocalizedText("照会番号で確認", "opens " + confirmationNumber),
                answer.text("/progress/stage") + due,
                right);
        ledger.said(answer.text("/sentence/ja"), answer.text("/sentence/en"));
        if (answer.status() == 200) {
            looks.add(confirmationNumber);
        }
    }

    /** Notes what a party did. */
    void note(LocalizedText who, LocalizedText did, String saw, boolean right) {
        ledger.row(who, did, saw, right);
    }

    /** Asks again and again until {@code wanted} holds, at most {@code within}; how long it took, or the last answer. */
    Waited until(Supplier<Answer> question, Predicate<Answer> wanted, Duration within) {
        long begun = System.nanoTime();
        while (true) {
            Answer answer = question.get();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (wanted.test(answer) || took.compareTo(within) > 0) {
                return new Waited(answer, took, wanted.test(answer) && took.compareTo(within) <= 0);
            }
            pause();
        }
    }

    /** How something awaited came out. */
    record Waited(Answer answer, Duration took, boolean inTime) {}

    /** How often somebody looked at Hanako so far, as this stage counted it. */
    int looksSoFar() {
        return looks.size();
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static LocalizedText asks(LocalizedText cardName) {
        return new LocalizedText(cardName.ja() + "で照会", "asks, " + cardName.en());
    }

    private static String screen(Answer answer) {
        if (answer.status() != 201) {
            return answer.status() + " " + answer.text("/code");
        }
        String paper = answer.text("/prescription/form").equals("ELECTRONIC") ? "電子処方箋 electronic" : "紙の処方箋 paper";
        return "「" + answer.text("/display/ja") + "」 code " + answer.text("/validity") + ", " + paper;
    }
}
