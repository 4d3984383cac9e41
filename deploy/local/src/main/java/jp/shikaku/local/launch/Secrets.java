package jp.shikaku.local.launch;

import java.io.IOException;
import java.nio.file.Path;

import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.SecretFile;

/**
 * What the services must share or keep to themselves, made once per data folder. Losing it makes the data unreadable, so it
 * lives and dies with them.
 *
 * @param subjectKey base64 of 32 bytes, shared by registration and eligibility
 * @param personKey base64 of 32 bytes, registration only
 * @param individualNumberKey base64 of 32 bytes, registration only
 * @param webhookKey base64 of 32 bytes, eligibility only
 * @param ticketKey base64 of 32 bytes, inquiry only
 * @param linkKey base64 of 32 bytes, inquiry only
 */
record Secrets(
        String subjectKey,
        String personKey,
        String individualNumberKey,
        String webhookKey,
        String ticketKey,
        String linkKey) {

    private static final int BYTES = 32;

    static Secrets in(Path folder) throws IOException {
        Folders.make(folder);
        return new Secrets(
                SecretFile.readOrGenerate(folder.resolve("subject-key"), BYTES),
                SecretFile.readOrGenerate(folder.resolve("person-key"), BYTES),
                SecretFile.readOrGenerate(folder.resolve("individual-number-key"), BYTES),
                SecretFile.readOrGenerate(folder.resolve("webhook-key"), BYTES),
                SecretFile.readOrGenerate(folder.resolve("ticket-key"), BYTES),
                SecretFile.readOrGenerate(folder.resolve("link-key"), BYTES));
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }
}
