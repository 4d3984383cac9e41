package jp.shikaku.contracts.oqs;

/** What is done with a request while it is being read: a bulk inquiry need not fit into memory. */
public interface OqsRequestSink {

    /** The header; before everything else. */
    void header(OqsRequestHeader header);

    /** The next card asked about. */
    default void card(SearchInfo card) {
        throw new OqsException(OqsFault.NOT_THIS_REQUEST);
    }

    /** The reception number of a bulk inquiry, as it was sent. */
    default void receptionNumber(String number) {
        throw new OqsException(OqsFault.NOT_THIS_REQUEST);
    }
}
