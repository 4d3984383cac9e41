package jp.shikaku.inquiry.faq.search;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The records that the files of questions are read into, by reflection: a native program has to be told of them. By name,
 * as what the service knows is plain Java and cannot say it itself. What is on the wire, contracts tells of.
 */
@RegisterForReflection(classNames = {"jp.shikaku.inquiry.faq.FaqFile", "jp.shikaku.inquiry.faq.SourceCatalogue$Source"})
final class FaqFilesInNative {

    private FaqFilesInNative() {}
}
