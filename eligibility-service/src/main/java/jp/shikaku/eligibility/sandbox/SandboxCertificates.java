package jp.shikaku.eligibility.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.certificate.BindingOutcome;
import jp.shikaku.contracts.certificate.BoundCertificate;
import jp.shikaku.contracts.certificate.CertificateState;
import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.certificate.CertificateStore;

/** The individual-number cards of the sandbox's members. Their days are near or over on any day, so that they are said anew. */
@ApplicationScoped
class SandboxCertificates {

    private static final String CERTIFICATES = "/sandbox/certificates.json";

    private final CertificateStore store;
    private final CertificateKeys keys;
    private final Clock clock;

    SandboxCertificates(CertificateStore store, CertificateKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** One of them. */
    @RegisterForReflection
    record Member(String serial, String personKey, CertificateState state, int expiresInDays) {}

    /** As they are to be today. */
    List<BoundCertificate> today(ObjectMapper json) throws IOException {
        LocalDate today = JapanTime.today(clock);
        return members(json).stream().map(member -> bound(member, today)).toList();
    }

    Uni<List<BindingOutcome>> link(List<BoundCertificate> said) {
        return store.apply(said);
    }

    private BoundCertificate bound(Member member, LocalDate today) {
        return new BoundCertificate(
                keys.of(CertificateSerial.of(member.serial())),
                Math.toIntExact(today.toEpochDay()), // what is said today is newer than what was said yesterday
                PersonKey.of(member.personKey()),
                member.state(),
                today.plusDays(member.expiresInDays()));
    }

    private static List<Member> members(ObjectMapper json) throws IOException {
        try (InputStream file = SandboxCertificates.class.getResourceAsStream(CERTIFICATES)) {
            return json.readValue(file, new TypeReference<List<Member>>() {});
        }
    }
}
