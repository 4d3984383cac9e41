package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.individual.FiveItems;

/** A record and what is known besides, for the test of one rule: Hanako's, changed where the rule looks. */
final class Given {

    static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    static final Severities BY_DEFAULT =
            new Severities(SeverityRule.ANY_DIFFERENCE_HOLDS, SeverityRule.BY_KIND_OF_DIFFERENCE);

    static final String EMPLOYEE = "06139992";
    static final String OTHER_EMPLOYEE = "01139997";
    static final String NATIONAL_HEALTH = "139998";
    static final String ELDERLY = "39999990";

    private String insurer = EMPLOYEE;
    private char person = 'A';
    private char card = 'A';
    private String branch = "00";
    private String name = "髙橋 花子";
    private String kana = "タカハシ ハナコ";
    private LocalDate birthDate = LocalDate.of(1990, 1, 15);
    private Sex sex = Sex.FEMALE;
    private String address = "東京都千代田区霞が関1丁目2番3号";
    private FamilyRelation relation = FamilyRelation.INSURED_PERSON;
    private BurdenShare share;
    private LocalDate acquired = LocalDate.of(2026, 4, 1);
    private LocalDate lost;
    private CheckMode mode = CheckMode.NEW_DATA;
    private RegisterAnswer register = new RegisterAnswer.NotAsked();
    private final List<KnownRecord> samePerson = new ArrayList<>();
    private final List<KnownRecord> sameCard = new ArrayList<>();

    static Given hanako() {
        return new Given();
    }

    /** Her brother, on her card. */
    static Given ichiro() {
        return hanako().person('B')
                .branch("01")
                .named("髙橋 一郎", "タカハシ イチロウ")
                .born("1993-07-07")
                .sex(Sex.MALE);
    }

    Given insurer(String number) {
        insurer = number;
        return this;
    }

    /** @param letter stands for the individual number */
    Given person(char letter) {
        person = letter;
        return this;
    }

    Given card(char letter) {
        card = letter;
        return this;
    }

    Given branch(String text) {
        branch = text;
        return this;
    }

    Given named(String kanji, String inKana) {
        name = kanji;
        kana = inKana;
        return this;
    }

    Given born(String date) {
        birthDate = LocalDate.parse(date);
        return this;
    }

    Given sex(Sex is) {
        sex = is;
        return this;
    }

    Given address(String text) {
        address = text;
        return this;
    }

    Given family() {
        relation = FamilyRelation.FAMILY;
        return this;
    }

    Given pays(BurdenShare part) {
        share = part;
        return this;
    }

    Given acquired(String date) {
        acquired = LocalDate.parse(date);
        return this;
    }

    Given lost(String date) {
        lost = LocalDate.parse(date);
        return this;
    }

    Given atRecheck() {
        mode = CheckMode.RECHECK;
        return this;
    }

    Given register(RegisterAnswer answer) {
        register = answer;
        return this;
    }

    /** The resident register has the person of that record under this number. */
    Given registerHas(Given other) {
        return register(new RegisterAnswer.Found(other.items()));
    }

    Given samePerson(Given other) {
        samePerson.add(other.known());
        return this;
    }

    Given sameCard(Given other) {
        sameCard.add(other.known());
        return this;
    }

    FiveItems items() {
        return new FiveItems(name, kana, birthDate, sex, address);
    }

    /** What the rule finds, with its severity by default configuration; {@code null} for nothing. */
    FindingSeverity by(CheckRule rule) {
        return result(rule).findings().stream()
                .map(finding -> {
                    assert finding.code().equals(rule.code());
                    return finding.severity();
                })
                .findAny()
                .orElse(null);
    }

    CheckResult result(CheckRule... rules) {
        return new SystemCheck(List.of(rules), BY_DEFAULT)
                .check(record(), new CheckContext(TODAY, mode, register, samePerson, sameCard));
    }

    private KnownRecord known() {
        return new KnownRecord(UUID.randomUUID(), record());
    }

    private CheckedRecord record() {
        return new CheckedRecord(
                InsurerNumber.of(insurer),
                PersonKey.of(person + "A".repeat(42)),
                SubjectKey.of(card + "A".repeat(42)),
                branch,
                items(),
                relation,
                share,
                acquired,
                lost);
    }
}
