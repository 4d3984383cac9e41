package jp.shikaku.inquiry.faq.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each term, in which documents it stands and what it counts there (BM25), computed once. Documents are numbered
 * from 0. Never changes after {@link Builder#build()}; thread-safe.
 */
final class Postings {

    private final Map<String, Posting> byTerm;

    private Postings(Map<String, Posting> byTerm) {
        this.byTerm = byTerm;
    }

    private record Posting(int[] documents, float[] weights) {}

    /** Adds to each document's score what {@code terms} count there, times {@code boost}. */
    void addTo(float[] scores, List<String> terms, float boost) {
        for (String term : terms) {
            Posting posting = byTerm.get(term);
            if (posting != null) {
                for (int i = 0; i < posting.documents.length; i++) {
                    scores[posting.documents[i]] += boost * posting.weights[i];
                }
            }
        }
    }

    /** Takes the documents in, in order. */
    static final class Builder {

        /** How soon a repeated term counts no more. */
        private static final double K1 = 0.9;

        /** How much a long document counts less; little, as long answers are long for a reason. */
        private static final double B = 0.4;

        private final List<Map<String, Integer>> documents = new ArrayList<>();

        void add(List<String> terms) {
            Map<String, Integer> counts = new HashMap<>();
            terms.forEach(term -> counts.merge(term, 1, Integer::sum));
            documents.add(counts);
        }

        Postings build() {
            Map<String, Integer> inDocuments = new HashMap<>();
            documents.forEach(counts -> counts.keySet().forEach(term -> inDocuments.merge(term, 1, Integer::sum)));
            int[] lengths = documents.stream()
                    .mapToInt(counts ->
                            counts.values().stream().mapToInt(Integer::intValue).sum())
                    .toArray();
            double usual = Math.max(1, Arrays.stream(lengths).average().orElse(1));
            Map<String, Posting> byTerm = new HashMap<>();
            inDocuments.forEach((term, df) -> byTerm.put(term, posting(term, df, lengths, usual)));
            return new Postings(byTerm);
        }

        private Posting posting(String term, int df, int[] lengths, double usual) {
            double rarity = Math.log(1 + (documents.size() - df + 0.5) / (df + 0.5));
            int[] in = new int[df];
            float[] weights = new float[df];
            int next = 0;
            for (int document = 0; document < documents.size(); document++) {
                Integer count = documents.get(document).get(term);
                if (count != null) {
                    in[next] = document;
                    weights[next++] = (float) (rarity * count / (count + K1 * (1 - B + B * lengths[document] / usual)));
                }
            }
            return new Posting(in, weights);
        }
    }
}
