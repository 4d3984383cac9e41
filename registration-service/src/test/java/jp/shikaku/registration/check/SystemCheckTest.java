package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.individual.FiveItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SystemCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final LocalDate ACQUIRED = LocalDate.of(2026, 4, 1);

    private static final InsurerNumber INSURER = InsurerNumber.of("06139992");
    private static final PersonKey PERSON = PersonKey.of("A".repeat(43));
    private static final SubjectKey CARD = SubjectKey.of("B".repeat(42) + "A");

    private static final FiveItems HANAKO =
            new FiveItems("髙橋 花子", "タカハシ ハナコ", LocalDate.of(1990, 1, 15), Sex.FEMALE, "東京都千代田区霞が関1丁目2番3号");

    private final SystemCheck check = new SystemCheck(EveryRule.list(), Given.BY_DEFAULT);

    @Test
    void aRecordLikeTheRegisterIsBeyondDoubt() {
        CheckResult result = compared(HANAKO, HANAKO);

        assertThat(result.findings()).isEmpty();
        assertThat(result.holds()).isFalse();
        assertThat(result.medicalInfoAllowed()).isTrue();
    }

    @Test
    void anotherWayOfWritingIsNoDoubt() {
        FiveItems otherwiseWritten =
                new FiveItems("高橋花子", "ﾀｶﾊｼﾊﾅｺ", HANAKO.birthDate(), Sex.FEMALE, "千代田区霞ヶ関１－２－３　メゾン５０１");

        assertThat(compared(otherwiseWritten, HANAKO).findings()).isEmpty();
    }

    @Test
    void eachDifferingItemIsOneFindingThatHolds() {
        assertFinding(with(it -> person(it, HANAKO.birthDate().plusDays(1))), "birth-date-differs", "/birthDate");
        assertFinding(
                with(it -> new FiveItems(it.name(), it.nameKana(), it.birthDate(), Sex.MALE, it.address())),
                "sex-differs",
                "/sex");
        assertFinding(
                with(it -> new FiveItems("高橋 華子", it.nameKana(), it.birthDate(), it.sex(), it.address())),
                "name-differs",
                "/name");
        assertFinding(
                with(it -> new FiveItems(it.name(), "タカハシ カコ", it.birthDate(), it.sex(), it.address())),
                "name-kana-differs",
                "/nameKana");
        assertFinding(
                with(it -> new FiveItems(it.name(), it.nameKana(), it.birthDate(), it.sex(), "大阪府大阪市北区梅田3-1-3")),
                "address-differs",
                "/address");
    }

    @Test
    void anotherPersonsNumberShowsInEveryItem() {
        FiveItems taro = new FiveItems("佐藤 太郎", "サトウ タロウ", LocalDate.of(1958, 8, 8), Sex.MALE, "大阪府大阪市北区梅田3-1-3");

        CheckResult result = compared(HANAKO, taro);

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "address-differs", "birth-date-differs", "name-differs", "name-kana-differs", "sex-differs");
        assertThat(result.findings().toString()).doesNotContain("佐藤", "サトウ", "1958", "大阪");
    }

    @Test
    void aNumberOfNobodyIsHeldAndNothingIsCompared() {
        CheckResult result = check.check(record(HANAKO, ACQUIRED), context(new RegisterAnswer.Unknown()));

        assertThat(result.findings()).extracting(Finding::code).containsExactly("resident-unknown");
        assertThat(result.holds()).isTrue();
    }

    @Test
    void whatIsNotComparedIsNotDoubted() {
        CheckResult result = check.check(record(HANAKO, ACQUIRED), context(new RegisterAnswer.NotAsked()));

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void anUnmappedCharacterIsNotedAndWithholdsNothing() {
        FiveItems unmapped = with(it -> new FiveItems("●橋 花子", it.nameKana(), it.birthDate(), it.sex(), it.address()));

        CheckResult result = compared(unmapped, HANAKO);

        assertThat(result.findings()).extracting(Finding::severity).containsExactly(FindingSeverity.NOTES);
        assertThat(result.holds()).isFalse();
    }

    @Test
    void theGravestFindingComesFirst() {
        CheckResult result = check.check(
                record(person(HANAKO, LocalDate.of(1991, 1, 15)), LocalDate.of(2020, 4, 1)),
                context(new RegisterAnswer.Found(HANAKO)));

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactly("birth-date-differs", "acquisition-long-past");
    }

    @Test
    void twoRulesOfOneCodeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SystemCheck(List.of(new SexDiffers(), new SexDiffers()), Given.BY_DEFAULT));
    }

    @Test
    void aRecheckFindsEveryItemOfADifferenceThatCounts() {
        FiveItems moved =
                with(it -> new FiveItems("佐藤 花子", it.nameKana(), it.birthDate(), it.sex(), "大阪府大阪市北区梅田3-1-3"));

        CheckResult result = rechecked(moved, null);

        assertThat(result.findings()).extracting(Finding::code).containsExactly("address-differs", "name-differs");
        assertThat(result.findings())
                .extracting(Finding::severity)
                .containsOnly(FindingSeverity.RESTRICTS_MEDICAL_INFO);
        assertThat(result.holds()).isFalse();
        assertThat(result.medicalInfoAllowed()).isFalse();
    }

    @Test
    void aRecheckLetsANewSurnameAlone() {
        FiveItems married = with(it -> new FiveItems("佐藤 花子", it.nameKana(), it.birthDate(), it.sex(), it.address()));

        assertThat(rechecked(married, null).findings()).isEmpty();
        assertThat(compared(married, HANAKO).holds()).isTrue();
    }

    @Test
    void aRecheckOfALostCoverageDoesNotAskThePerson() {
        FiveItems moved =
                with(it -> new FiveItems(it.name(), it.nameKana(), it.birthDate(), it.sex(), "大阪府大阪市北区梅田3-1-3"));

        assertThat(rechecked(moved, TODAY).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy().en()).contains("do not ask the person"));
        assertThat(rechecked(moved, TODAY.plusDays(1)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy().en()).doesNotContain("do not ask"));
        assertThat(rechecked(moved, TODAY).medicalInfoAllowed()).isFalse();
    }

    @Test
    void whichSeverityAppliesIsConfiguration() {
        SystemCheck stricter = new SystemCheck(
                EveryRule.list(), new Severities(SeverityRule.ANY_DIFFERENCE_HOLDS, SeverityRule.ANY_DIFFERENCE_HOLDS));
        FiveItems married = with(it -> new FiveItems("佐藤 花子", it.nameKana(), it.birthDate(), it.sex(), it.address()));

        CheckResult result =
                stricter.check(record(married, ACQUIRED), context(CheckMode.RECHECK, new RegisterAnswer.Found(HANAKO)));

        assertThat(result.holds()).isTrue();
    }

    @Test
    void whatTheInsurerConfirmedIsNotDoubtedAgain() {
        CheckResult result = compared(with(it -> person(it, HANAKO.birthDate().plusDays(1))), HANAKO);

        assertThat(result.except(Set.of("birth-date-differs")).findings()).isEmpty();
        assertThat(result.except(Set.of("sex-differs"))).isEqualTo(result);
    }

    @Test
    void everyFindingSaysInBothLanguagesWhatToDo() {
        Given everythingWrong = Given.hanako()
                .named("●●", "●子")
                .born("1890-01-15")
                .acquired("1890-01-15")
                .address("●")
                .register(new RegisterAnswer.Unknown());

        assertThat(everythingWrong
                        .result(EveryRule.list().toArray(CheckRule[]::new))
                        .findings())
                .hasSizeGreaterThan(5)
                .allSatisfy(finding -> {
                    assertThat(finding.message().ja()).endsWith("。");
                    assertThat(finding.message().en()).endsWith(".");
                    assertThat(finding.remedy().ja()).endsWith("。");
                    assertThat(finding.remedy().en()).endsWith(".");
                    assertThat(finding.fields()).allMatch(field -> field.startsWith("/"));
                });
    }

    private void assertFinding(FiveItems entered, String code, String field) {
        CheckResult result = compared(entered, HANAKO);

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.severity()).isEqualTo(FindingSeverity.HOLDS);
            assertThat(finding.fields()).containsExactly(field);
            assertThat(finding.message().ja()).isNotBlank();
            assertThat(finding.remedy().en()).isNotBlank();
        });
        assertThat(result.holds()).isTrue();
    }

    private CheckResult compared(FiveItems entered, FiveItems registered) {
        return check.check(record(entered, ACQUIRED), context(new RegisterAnswer.Found(registered)));
    }

    private CheckResult rechecked(FiveItems entered, LocalDate lost) {
        return check.check(
                record(entered, ACQUIRED, lost), context(CheckMode.RECHECK, new RegisterAnswer.Found(HANAKO)));
    }

    private static CheckContext context(RegisterAnswer answer) {
        return context(CheckMode.NEW_DATA, answer);
    }

    private static CheckContext context(CheckMode mode, RegisterAnswer answer) {
        return new CheckContext(TODAY, mode, answer, List.of(), List.of());
    }

    private static CheckedRecord record(FiveItems person, LocalDate acquired) {
        return record(person, acquired, null);
    }

    private static CheckedRecord record(FiveItems person, LocalDate acquired, LocalDate lost) {
        return new CheckedRecord(
                INSURER, PERSON, CARD, "00", person, FamilyRelation.INSURED_PERSON, null, acquired, lost);
    }

    private static FiveItems with(UnaryOperator<FiveItems> change) {
        return change.apply(HANAKO);
    }

    private static FiveItems person(FiveItems person, LocalDate birthDate) {
        return new FiveItems(person.name(), person.nameKana(), birthDate, person.sex(), person.address());
    }
}
