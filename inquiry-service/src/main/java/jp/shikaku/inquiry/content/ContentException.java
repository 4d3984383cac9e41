package jp.shikaku.inquiry.content;

import java.util.List;
import java.util.stream.Collectors;

/** The content that ships with the service cannot be used. Names every fault, not only the first. */
public final class ContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ContentFault> faults;

    public ContentException(List<ContentFault> faults) {
        super(faults.stream().map(ContentFault::toString).collect(Collectors.joining("\n", "unusable content:\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<ContentFault> faults() {
        return faults;
    }
}
