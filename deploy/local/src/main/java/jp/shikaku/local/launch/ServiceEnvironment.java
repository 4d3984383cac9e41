package jp.shikaku.local.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.population.Numbers;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.SecretFile;

/** Turns this machine's layout into the environment variables by which a service is configured, and by which alone. */
final class ServiceEnvironment {

    /** Longer than anybody leaves a local system running. */
    private static final Duration SERVICE_TOKEN_LASTS = Duration.ofDays(365);

    /** Those who play in the story. */
    private static final List<String> PAGE_VISITORS = List.of(
            "institution:" + Numbers.institution("131999999"),
            "insurer:" + Numbers.insurer("0613999"),
            "insurer:" + Numbers.insurer("0113999"),
            "employer:" + Numbers.corporate(990_000_000_001L),
            "hotline:agent-7",
            "operator:op-1",
            "operator:op-2");

    private final Layout layout;
    private final LocalIdentity identity;
    private final Secrets secrets;
    private final Purpose purpose;

    ServiceEnvironment(Layout layout, Purpose purpose) throws IOException {
        this.layout = layout;
        this.purpose = purpose;
        this.identity = LocalIdentity.in(layout.identity());
        this.secrets = Secrets.in(layout.secrets());
    }

    Map<String, String> of(Service service, LocalPostgres database) {
        var variables = new TreeMap<String, String>();
        // Local keys protect nothing: whoever is not on this machine stays outside.
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(layout.port(service)));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(layout.adminPort(service)));
        variables.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(service.label()));
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(service.label()));
        variables.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        variables.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", identity.publicKey().toUri().toString());
        variables.put("MP_JWT_VERIFY_ISSUER", LocalIdentity.ISSUER);
        variables.put("SHIKAKU_SERVICE_TOKEN_FILE", layout.serviceToken(service).toString());
        variables.put(
                "SHIKAKU_REGISTRATION_URL", layout.address(Service.REGISTRATION).toString());
        variables.put(
                "SHIKAKU_ELIGIBILITY_URL", layout.address(Service.ELIGIBILITY).toString());
        variables.put("SHIKAKU_CLOCK_MOVABLE", "true");
        putPages(variables);
        variables.put(Purpose.VARIABLE, purpose.name());
        if (service == Service.ELIGIBILITY) {
            variables.put("SHIKAKU_SANDBOX_ENABLED", "true");
            variables.put("SHIKAKU_INQUIRY_URL", layout.address(Service.INQUIRY).toString());
            variables.put("SHIKAKU_WEBHOOK_SECRET_KEY", secrets.webhookKey());
            // A receiver on this machine, to try it out.
            variables.put("SHIKAKU_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
            variables.put("SHIKAKU_WEBHOOK_PLAIN_HTTP", "true");
        }
        if (service == Service.INQUIRY) {
            variables.put("SHIKAKU_TICKET_CODE_KEY", secrets.ticketKey());
            variables.put("SHIKAKU_NOTICE_LINK_KEY", secrets.linkKey());
        } else {
            variables.put("SHIKAKU_SUBJECT_KEY_SECRET", secrets.subjectKey());
        }
        if (service == Service.REGISTRATION) {
            variables.put("SHIKAKU_PERSON_KEY_SECRET", secrets.personKey());
            variables.put("SHIKAKU_INDIVIDUAL_NUMBER_KEY", secrets.individualNumberKey());
        }
        return variables;
    }

    /** Whoever opens a page on this machine signs in there at a click, as the parties of the story. */
    private void putPages(Map<String, String> variables) {
        variables.put("SHIKAKU_SIGN_IN_LOCAL_KEY", identity.privateKey().toString());
        variables.put("SHIKAKU_SIGN_IN_EXAMPLES", String.join(",", PAGE_VISITORS));
        for (Service each : Service.values()) {
            variables.put(
                    "SHIKAKU_PAGES_" + each.name() + "_URL",
                    layout.address(each).toString());
        }
    }

    /** Writes the token by which {@code service} shows the others who it is. */
    void mintServiceToken(Service service) throws IOException {
        var file = layout.serviceToken(service);
        Folders.make(file.getParent());
        SecretFile.write(file, identity.token(Role.SERVICE, service.label(), SERVICE_TOKEN_LASTS));
    }
}
