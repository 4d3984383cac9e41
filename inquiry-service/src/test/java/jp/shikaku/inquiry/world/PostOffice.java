package jp.shikaku.inquiry.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real mail server, which takes what is sent to anybody, and can be stopped. */
public class PostOffice implements QuarkusTestResourceLifecycleManager {

    private final ServerSetup smtp = freePort();
    private final GreenMail server = new GreenMail(smtp);

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(smtp.getPort()),
                "shikaku.notice.mail-from", "notices@shikaku.example",
                "shikaku.notice.public-url", "https://inquiry.example/",
                "shikaku.notice.poll", "PT0.2S",
                "shikaku.notice.first-back-off", "PT0.3S",
                "shikaku.notice.longest-back-off", "PT0.5S",
                "shikaku.notice.timeout", "PT5S",
                "shikaku.notice.mails-per-minute", "1000");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PostOffice.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** From now on nobody answers at the port. */
    public void close() {
        server.stop();
    }

    public void open() {
        server.start();
    }

    /** What has arrived for {@code address}, in order. */
    public List<MimeMessage> arrivedFor(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    /** How many mails have arrived, for anybody. */
    public int arrived() {
        return server.getReceivedMessages().length;
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerSetup freePort() {
        try (var socket = new ServerSocket(0)) {
            return new ServerSetup(socket.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
