package jp.shikaku.registration.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.certificate.BindingResult;
import jp.shikaku.contracts.certificate.BoundCertificate;
import jp.shikaku.contracts.certificate.BoundCertificates;
import jp.shikaku.contracts.certificate.CertificateBindingRequest;
import jp.shikaku.contracts.certificate.CertificateBindingsRequest;
import jp.shikaku.contracts.certificate.CertificateState;
import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.sister.SisterAnswer;
import jp.shikaku.registration.sister.SisterReader;

/**
 * Turns individual and serial numbers into keys, and hands those on. Nothing of it is kept here: what is acknowledged is
 * durable in eligibility (R2), and what is not is sent again by whoever feeds us.
 */
@ApplicationScoped
class CertificateBindings {

    private static final Logger LOG = Logger.getLogger(CertificateBindings.class);

    private final EligibilityClient eligibility;
    private final SisterReader reader;
    private final PersonKeys personKeys;
    private final CertificateKeys certificateKeys;

    CertificateBindings(
            @RestClient EligibilityClient eligibility,
            SisterReader reader,
            PersonKeys personKeys,
            CertificateKeys certificateKeys) {
        this.eligibility = eligibility;
        this.reader = reader;
        this.personKeys = personKeys;
        this.certificateKeys = certificateKeys;
    }

    /**
     * @throws ProblemException naming every value that cannot be accepted
     * @return fails with {@code temporarily-unavailable} when eligibility cannot be reached
     */
    Uni<BindingResult> bind(CertificateBindingsRequest request, String requestId) {
        BoundCertificates certificates = new BoundCertificates(read(request.bindings()));
        return eligibility
                .apply(certificates, requestId)
                .map(reader::read)
                .onFailure()
                .transform(failure -> unavailable(failure.getClass().getName()))
                .map(CertificateBindings::result);
    }

    private List<BoundCertificate> read(List<CertificateBindingRequest> bindings) {
        ValueReader values = new ValueReader();
        if (bindings == null || bindings.isEmpty() || bindings.size() > CertificateBindingsRequest.MAX) {
            values.refuse("/bindings", ValueFault.BATCH_SIZE);
            values.refuseIfAnyInvalid();
        }
        List<Said> said = new ArrayList<>(bindings.size());
        for (int i = 0; i < bindings.size(); i++) {
            said.add(Said.read(values, "/bindings/" + i, bindings.get(i)));
        }
        values.refuseIfAnyInvalid();
        return said.stream().map(this::bound).toList();
    }

    private BoundCertificate bound(Said said) {
        return new BoundCertificate(
                certificateKeys.of(said.serial()),
                said.version(),
                personKeys.of(said.individualNumber()),
                said.state(),
                said.expiresOn());
    }

    private record Said(
            CertificateSerial serial,
            Integer version,
            IndividualNumber individualNumber,
            CertificateState state,
            LocalDate expiresOn) {

        /** @return with {@code null} for what cannot be accepted */
        static Said read(ValueReader values, String pointer, CertificateBindingRequest binding) {
            if (binding == null) {
                values.refuse(pointer, ValueFault.REQUIRED);
                return new Said(null, null, null, null, null);
            }
            if (binding.version() == null) {
                values.refuse(pointer + "/version", ValueFault.REQUIRED);
            } else if (binding.version() < 1) {
                values.refuse(pointer + "/version", ValueFault.VERSION_RANGE);
            }
            return new Said(
                    values.required(pointer + "/serial", binding.serial(), CertificateSerial::of),
                    binding.version(),
                    values.required(pointer + "/individualNumber", binding.individualNumber(), IndividualNumber::of),
                    values.required(pointer + "/state", binding.state(), Said::state),
                    values.required(pointer + "/expiresOn", binding.expiresOn(), WireDate::parse));
        }

        private static CertificateState state(String text) {
            try {
                return CertificateState.valueOf(text);
            } catch (IllegalArgumentException e) {
                throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
            }
        }
    }

    private static BindingResult result(SisterAnswer answer) {
        if (!answer.isSuccess()) {
            throw unavailable(answer.status() + " " + answer.problemCode());
        }
        return answer.as(new TypeReference<BindingResult>() {})
                .orElseThrow(() -> unavailable("answer that cannot be read"));
    }

    /** Whatever a sister answers that is of no use to us is not the caller's mistake. */
    private static ProblemException unavailable(String reason) {
        LOG.warnf("eligibility takes no certificates: %s", reason);
        return ProblemType.TEMPORARILY_UNAVAILABLE.exception();
    }
}
