package jp.shikaku.inquiry.faq.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttributeImpl;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttributeImpl;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttributeImpl;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.CharTermAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.KeywordAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.OffsetAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.PackedTokenAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.TypeAttributeImpl;

/** Lucene finds the class of an attribute by the name of its interface: a native program has to be told of them. */
@RegisterForReflection(
        targets = {
            BaseFormAttributeImpl.class,
            CharTermAttributeImpl.class,
            InflectionAttributeImpl.class,
            KeywordAttributeImpl.class,
            OffsetAttributeImpl.class,
            PackedTokenAttributeImpl.class,
            PartOfSpeechAttributeImpl.class,
            PositionIncrementAttributeImpl.class,
            PositionLengthAttributeImpl.class,
            ReadingAttributeImpl.class,
            TypeAttributeImpl.class
        })
final class LuceneInNative {

    private LuceneInNative() {}
}
