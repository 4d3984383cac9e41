package jp.shikaku.contracts.certificate;

import java.util.List;

/** @param bindings 1 to 200; taken in as a whole or not at all */
public record CertificateBindingsRequest(List<CertificateBindingRequest> bindings) {

    public static final int MAX = 200;
}
