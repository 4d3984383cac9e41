package jp.shikaku.inquiry.display;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.shikaku.contracts.display.DisplayCause;
import jp.shikaku.contracts.display.DisplayExplanation;
import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.display.StepsByParty;
import jp.shikaku.inquiry.content.ContentCheck;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.ContentFile;
import jp.shikaku.inquiry.content.ContentReader;
import jp.shikaku.inquiry.content.ContentSource;

/** What every display means and what to do about it. Content: one file a display in {@code display/}. */
public final class DisplayGuide {

    static final String FOLDER = "display";

    private final Map<DisplayId, DisplayExplanation> explanations;

    private DisplayGuide(Map<DisplayId, DisplayExplanation> explanations) {
        this.explanations = explanations;
    }

    /** The packed explanations. */
    public static DisplayGuide load() {
        return load(ContentSource.packed());
    }

    /** @throws ContentException when a display has no explanation, or one cannot be used */
    public static DisplayGuide load(ContentSource source) {
        List<ContentFile<DisplayExplanation>> files =
                new ContentReader(source).folder(FOLDER, DisplayExplanation.class);
        check(files);
        Map<DisplayId, DisplayExplanation> explanations = new EnumMap<>(DisplayId.class);
        files.forEach(file -> explanations.put(file.value().id(), file.value()));
        return new DisplayGuide(explanations);
    }

    /** Every explanation, in the order of {@link DisplayId}. */
    public List<DisplayExplanation> all() {
        return List.copyOf(explanations.values());
    }

    public DisplayExplanation of(DisplayId id) {
        return explanations.get(id);
    }

    /** The explanation at this address; empty when no display has this slug. */
    public Optional<DisplayExplanation> find(String slug) {
        return DisplayId.find(slug).map(explanations::get);
    }

    private static void check(List<ContentFile<DisplayExplanation>> files) {
        ContentCheck check = new ContentCheck();
        List<String> ids = files.stream().map(file -> file.value().id().slug()).toList();
        check.in(FOLDER).unique("id", ids);
        for (DisplayId id : DisplayId.values()) {
            check.in(FOLDER).require(ids.contains(id.slug()), "id", "“" + id.slug() + "” is not explained");
        }
        files.forEach(file -> checkExplanation(check.in(file.path()), file.path(), file.value()));
        check.finish();
    }

    private static void checkExplanation(ContentCheck.FileCheck check, String path, DisplayExplanation explanation) {
        check.require(path.equals(FOLDER + "/" + explanation.id().slug() + ".yaml"), "id", "is not the file's name")
                .text("screen", explanation.screen())
                .text("meaning", explanation.meaning())
                .text("prescription", explanation.prescription())
                .sources(explanation.sources())
                .require(!explanation.causes().isEmpty(), "causes", "is empty")
                .unique(
                        "causes.id",
                        explanation.causes().stream().map(DisplayCause::id).toList());
        for (DisplayCause cause : explanation.causes()) {
            check.slug("causes.id", cause.id()).text("causes." + cause.id(), cause.text());
        }
        StepsByParty steps = explanation.steps();
        check.texts("steps.patient", steps.patient())
                .texts("steps.desk", steps.desk())
                .texts("steps.employer", steps.employer())
                .texts("steps.insurer", steps.insurer());
    }
}
