package jp.shikaku.kit.page;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;

import static org.assertj.core.api.Assertions.assertThat;

class FormTest {

    @Test
    void aRefusalOfATreeIsToldAtTheFieldsOfAFlatForm() {
        Form form = Form.blank()
                .refused(
                        refusal("/content/nextSteps/2/ja", "/content/sources/0/url", "/entryId", "path:id"),
                        "content",
                        Map.of("sourcesUrl", "addresses"));

        assertThat(form.faults()).extracting(form::field).containsExactly("nextStepsJa", "addresses", "entryId", "id");
        assertThat(form.bad("nextStepsJa")).isTrue();
        assertThat(form.bad("nextStepsEn")).isFalse();
    }

    @Test
    void twoLinesOfOneFieldAreToldOnce() {
        Form form = Form.blank().refused(refusal("/nextSteps/0/ja", "/nextSteps/1/ja"), "", Map.of());

        assertThat(form.faults()).hasSize(1);
    }

    @Test
    void onlyWhatIsAboutValuesCanBeMended() {
        assertThat(Form.isToBeMended(refusal("/x"))).isTrue();
        assertThat(Form.isToBeMended(ProblemType.VERSION_CHANGED.exception())).isFalse();
        assertThat(Form.isToBeMended(new IllegalStateException())).isFalse();
    }

    private static ProblemException refusal(String... pointers) {
        return new ProblemException(
                ProblemType.VALUES_INVALID,
                List.of(pointers).stream()
                        .map(pointer -> new InvalidField(pointer, ValueFault.REQUIRED))
                        .toList());
    }
}
