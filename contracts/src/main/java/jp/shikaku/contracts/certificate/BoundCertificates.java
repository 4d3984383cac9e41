package jp.shikaku.contracts.certificate;

import java.util.List;

/** @param certificates 1 to {@value CertificateBindingsRequest#MAX} */
public record BoundCertificates(List<BoundCertificate> certificates) {

    public BoundCertificates {
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
    }
}
