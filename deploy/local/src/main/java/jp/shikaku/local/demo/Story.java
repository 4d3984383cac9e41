package jp.shikaku.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.local.http.Answer;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Parties;
import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.launch.Stack;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.problem.LocalException;

/**
 * Hanako changes jobs. Her first day at company B is day 1, five days ago; today is day 6. Every step is done over HTTP
 * by the party whose step it is.
 */
public final class Story {

    private static final int LAST_DAY = 6;
    private static final int VALID = 1;
    private static final int INVALID = 2;
    private static final int INVALID_NEWER = 3;
    private static final int NOT_FOUND = 4;
    private static final String PAPER = "PAPER";
    private static final String ELECTRONIC = "ELECTRONIC";
    private static final int FILING_DAYS = 5;

    private static final Duration LINKED_WITHIN = Duration.ofSeconds(1);
    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(20);

    private static final LocalizedText OLD_CARD = new LocalizedText("旧カード", "old card");
    private static final LocalizedText NEW_CARD = new LocalizedText("新カード", "new card");
    private static final LocalizedText INSURER_A = new LocalizedText("保険者A", "insurer A");
    private static final LocalizedText INSURER_B = new LocalizedText("保険者B", "insurer B");
    private static final LocalizedText COMPANY_B = new LocalizedText("会社B", "company B");
    private static final LocalizedText CERTIFIER = new LocalizedText("認証局", "certificate authority");
    private static final LocalizedText OPERATOR = new LocalizedText("運用者", "operator");

    private final Stack stack;
    private final PrintStream out;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final Stage stage;
    private final Parties parties;
    private final Cast cast;
    private final LocalDate firstDay;

    public Story(Stack stack, PrintStream out) {
        Layout layout = stack.layout();
        this.stack = stack;
        this.out = out;
        this.endpoints = new Endpoints(layout);
        this.ledger = new Ledger(out);
        this.parties = new Parties(stack.identity());
        this.stage = new Stage(parties, endpoints, ledger);
        this.cast = Cast.forThisPerformance(RandomGenerator.getDefault());
        this.firstDay = JapanTime.today(Clock.systemUTC()).minusDays(LAST_DAY - 1L);
    }

    /**
     * Plays the story and prints who saw what when.
     *
     * @return what differed from what should have happened; empty when all was right
     */
    public List<String> play() {
        try (TimeMachine clocks = new TimeMachine(parties.client(), endpoints)) {
            clocks.daysAgo(daysBeforeToday(1));
            String oldEnrolment = prologue();
            oldCoverageEnds(oldEnrolment);
            clocks.daysAgo(daysBeforeToday(3));
            companyFiles();
            clocks.daysAgo(0);
            String enrolment = insurerEnrolsWithAMistake();
            insurerCorrects(enrolment);
            individualNumberCardIsRead();
            everyLookIsKept(enrolment);
            databaseStops();
        }
        out.println();
        out.println(ledger);
        return ledger.differences();
    }

    private static int daysBeforeToday(int day) {
        return LAST_DAY - day;
    }

    private LocalDate day(int number) {
        return firstDay.plusDays(number - 1L);
    }

    /** Who takes part becomes known, and Hanako has been insured through company A for a year. */
    private String prologue() {
        register(endpoints.insurer(Cast.INSURER_A), "見本健康保険組合A");
        register(endpoints.insurer(Cast.INSURER_B), "見本健康保険組合B");
        register(endpoints.employer(Cast.COMPANY_B), "株式会社見本B");
        done(stage.operator()
                .post(
                        endpoints.residents(),
                        JsonNodeFactory.instance.arrayNode().add(cast.inResidentRegister())));
        Answer enrolled =
                done(stage.insurerA().post(endpoints.enrolments(), cast.enrolmentAtA(firstDay.minusYears(1), null)));
        return enrolled.text("/id");
    }

    private void oldCoverageEnds(String enrolment) {
        ledger.day(
                1,
                day(1),
                new LocalizedText(
                        "花子さんは会社Aを辞め、今日から会社Bで働く。以前の資格は失われた。",
                        "Hanako has left company A and starts at company B today. Her old coverage is lost."));
        Answer current = done(stage.insurerA().get(endpoints.enrolment(enrolment)));
        Answer lost = stage.insurerA()
                .put(endpoints.enrolment(enrolment), cast.enrolmentAtA(firstDay.minusYears(1), day(1)), current.etag());
        stage.note(
                INSURER_A,
                new LocalizedText("資格喪失を登録", "registers the loss"),
                lost.text("/state"),
                lost.ok() && List.of("CLEARED", "LINKED").contains(lost.text("/state")));
        stage.until(
                () -> stage.insurerA().get(endpoints.enrolment(enrolment)),
                answer -> answer.text("/state").equals("LINKED"),
                RECOVERS_WITHIN);
        String number = stage.clinicReads(OLD_CARD, cast.oldCard(), INVALID, PAPER);
        stage.hotlineExplains(
                number, "WAITING_FOR_EMPLOYER", day(1).plusDays(FILING_DAYS).toString());
    }

    private void companyFiles() {
        ledger.day(
                3, day(3), new LocalizedText("会社Bが資格取得届を提出した。", "Company B files the report of acquisition (資格取得届)."));
        Answer report = stage.companyB().post(endpoints.reports(), cast.report(day(1)));
        stage.note(
                COMPANY_B,
                new LocalizedText("資格取得届を提出", "files the report"),
                report.text("/state") + ", 保険者の期限 insurer due " + report.text("/insurerDueOn"),
                report.status() == 201
                        && report.text("/insurerDueOn")
                                .equals(day(3).plusDays(FILING_DAYS).toString())
                        && !report.body().at("/filedLate").asBoolean(true));
        String number = stage.clinicReads(OLD_CARD, cast.oldCard(), INVALID, PAPER);
        stage.hotlineExplains(
                number, "WAITING_FOR_INSURER", day(3).plusDays(FILING_DAYS).toString());
    }

    private String insurerEnrolsWithAMistake() {
        ledger.day(
                LAST_DAY,
                day(LAST_DAY),
                new LocalizedText(
                        "保険者Bが登録したが、生年月日を誤った。システムチェックが連携を止める。",
                        "Insurer B enrols her with a wrong birth date: the system check stops the linkage."));
        Answer enrolled =
                stage.insurerB().post(endpoints.enrolments(), cast.enrolmentAtB(day(1), Cast.WRONG_BIRTH_DATE));
        stage.note(
                INSURER_B,
                new LocalizedText("加入者を登録", "enrols"),
                enrolled.text("/state") + ": " + enrolled.text("/findings/0/code"),
                enrolled.status() == 201
                        && enrolled.text("/state").equals("HELD")
                        && enrolled.text("/findings/0/code").equals("birth-date-differs"));
        String number = stage.clinicReads(NEW_CARD, cast.newCard(), NOT_FOUND, PAPER);
        stage.clinicReads(
                new LocalizedText("新カード(誤った生年月日)", "new card, wrong birth date"),
                cast.newCardWithWrongBirthDate(),
                NOT_FOUND,
                PAPER);
        stage.hotlineExplains(number, "BEING_CONFIRMED", null);
        Answer foreign = stage.insurerA().get(endpoints.enrolment(enrolled.text("/id")));
        stage.note(
                INSURER_A,
                new LocalizedText("他保険者の記録を照会", "asks for B's record"),
                foreign.status() + " " + foreign.text("/code"),
                foreign.status() == 404);
        return enrolled.text("/id");
    }

    private void insurerCorrects(String enrolment) {
        ledger.day(LAST_DAY, day(LAST_DAY), new LocalizedText("保険者Bが生年月日を訂正した。", "Insurer B corrects the birth date."));
        Answer held = done(stage.insurerB().get(endpoints.enrolment(enrolment)));
        Answer corrected = stage.insurerB()
                .put(endpoints.enrolment(enrolment), cast.enrolmentAtB(day(1), Cast.BIRTH_DATE), held.etag());
        Stage.Waited visible = stage.until(
                () -> stage.ask(cast.newCard()),
                answer -> answer.body().at("/validity").asInt() == VALID,
                LINKED_WITHIN);
        stage.note(
                INSURER_B,
                new LocalizedText("生年月日を訂正", "corrects"),
                corrected.text("/state") + ", " + visible.took().toMillis() + " ms で反映 until visible",
                corrected.ok() && visible.inTime());
        String number = stage.clinicReads(NEW_CARD, cast.newCard(), VALID, ELECTRONIC);
        stage.clinicReads(OLD_CARD, cast.oldCard(), INVALID_NEWER, PAPER);
        stage.hotlineExplains(number, "LINKED", null);
    }

    private void individualNumberCardIsRead() {
        ledger.day(
                LAST_DAY,
                day(LAST_DAY),
                new LocalizedText(
                        "花子さんはマイナンバーカードを使う。番号ではなく、電子証明書の鍵だけが伝わる。",
                        "Hanako uses her individual-number card. Keys of its certificate travel, never the number."));
        Answer bound = stage.certifier()
                .post(
                        endpoints.certificateBindings(),
                        cast.binding(day(LAST_DAY).plusYears(4)));
        stage.note(
                CERTIFIER,
                new LocalizedText("電子証明書の持ち主を連携", "says whose certificate it is"),
                bound.text("/outcomes/0"),
                bound.ok() && bound.text("/outcomes/0").equals("APPLIED"));
        stage.clinicReadsIndividualNumberCard(cast.individualNumberCard(), VALID, Cast.INSURER_B);
    }

    private void everyLookIsKept(String enrolment) {
        ledger.day(
                LAST_DAY,
                day(LAST_DAY),
                new LocalizedText("監査記録にはすべての照会が残っている。", "The audit shows every look at her."));
        int expected = stage.looksSoFar();
        Answer looks = stage.operator().get(endpoints.looks(enrolment));
        int found = looks.body().at("/items").size();
        stage.note(
                OPERATOR,
                new LocalizedText("照会の記録を一覧", "lists the looks"),
                found + " 件 looks, 照会した回数 asked " + expected,
                expected > 0 && found == expected);
        ledger.looks(looks.body().at("/items"));
    }

    private void databaseStops() {
        ledger.day(
                LAST_DAY,
                day(LAST_DAY),
                new LocalizedText(
                        "eligibility のデータベースが止まる。「資格情報なし」とは表示しない。",
                        "The database of eligibility stops. That is never shown as “no information”."));
        LocalPostgres database = stack.databases().of(Service.ELIGIBILITY);
        database.stop();
        try {
            stage.clinicReadsUndetermined(NEW_CARD, cast.newCard());
        } finally {
            database.start();
        }
        Stage.Waited back = stage.until(
                () -> stage.ask(cast.newCard()),
                answer -> answer.body().at("/validity").asInt() == VALID,
                RECOVERS_WITHIN);
        stage.note(
                OPERATOR,
                new LocalizedText("データベースを再開", "starts it again"),
                back.took().toMillis() + " ms で回復 until it answers",
                back.inTime());
        stage.clinicReads(NEW_CARD, cast.newCard(), VALID, ELECTRONIC);
    }

    private void register(URI address, String name) {
        ObjectNode registration = JsonNodeFactory.instance.objectNode().put("name", name);
        done(stage.operator().put(address, registration));
    }

    /** What the story rests on has to work; without it there is no story to compare with. */
    private static Answer done(Answer answer) {
        if (!answer.ok()) {
            throw new LocalException(
                    "The story cannot begin: a service answered " + answer.status() + " " + answer.text("/code") + ".",
                    "Look at deploy/shikaku logs.");
        }
        return answer;
    }
}
