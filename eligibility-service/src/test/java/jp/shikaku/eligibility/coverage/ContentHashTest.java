package jp.shikaku.eligibility.coverage;

import java.time.LocalDate;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;

import static org.assertj.core.api.Assertions.assertThat;

class ContentHashTest {

    @Test
    void sameContentMakesTheSameHash() {
        assertThat(ContentHash.of(named("見本", "花子"))).isEqualTo(ContentHash.of(named("見本", "花子")));
    }

    @Test
    void textsThatRunIntoEachOtherAreToldApart() {
        assertThat(ContentHash.of(named("見本花", "子"))).isNotEqualTo(ContentHash.of(named("見本", "花子")));
        assertThat(ContentHash.of(named("見本\u001f花", "子"))).isNotEqualTo(ContentHash.of(named("見本", "花\u001f子")));
    }

    @Test
    void whatIsMissingIsNeitherEmptyNorTheWordForIt() {
        assertThat(ContentHash.of(named("見本", null)))
                .isNotEqualTo(ContentHash.of(named("見本", "")))
                .isNotEqualTo(ContentHash.of(named("見本", "null")));
    }

    @Test
    void hashMadeInAnotherMannerIsNotHeldAgainstAnybody() {
        byte[] given = ContentHash.of(named("見本", "花子"));
        byte[] other = ContentHash.of(named("見本", "太郎"));

        assertThat(ContentHash.mayBeSame(given, given)).isTrue();
        assertThat(ContentHash.mayBeSame(other, given)).isFalse();
        assertThat(ContentHash.mayBeSame(new byte[32], given)).isTrue();
        byte[] later = Arrays.copyOf(other, other.length);
        later[0]++;
        assertThat(ContentHash.mayBeSame(later, given)).isTrue();
    }

    private static CoverageVersion named(String nameOther, String nameOtherKana) {
        return new CoverageVersion(
                PersonKey.of("A".repeat(43)),
                InsurerNumber.of("06139992"),
                null,
                "45",
                null,
                null,
                null,
                null,
                null,
                "見本　花子",
                "ミホン　ハナコ",
                nameOther,
                nameOtherKana,
                Sex.FEMALE,
                null,
                LocalDate.of(1990, 1, 15),
                null,
                null,
                FamilyRelation.ofCode("1"),
                null,
                LocalDate.of(2020, 4, 1),
                null,
                null,
                true,
                CoverageState.VISIBLE);
    }
}
