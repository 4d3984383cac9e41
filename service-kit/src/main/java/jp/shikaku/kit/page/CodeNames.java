package jp.shikaku.kit.page;

import io.quarkus.qute.TemplateExtension;

/** Lets pages ask for the name of a code. Qute finds it by reflection otherwise, which a native program has not. */
@TemplateExtension
final class CodeNames {

    private CodeNames() {}

    static String name(Enum<?> code) {
        return code.name();
    }
}
