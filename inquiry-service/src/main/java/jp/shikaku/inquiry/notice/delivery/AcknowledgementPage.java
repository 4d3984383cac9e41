package jp.shikaku.inquiry.notice.delivery;

import java.util.Locale;

import jp.shikaku.contracts.notice.NoticeAcknowledgement;
import jp.shikaku.contracts.text.LocalizedText;

/** The page behind the link of a mail: which notice, and one button. Works without script and style. */
record AcknowledgementPage(NoticeAcknowledgement about, Locale language) {

    String html() {
        String title = escaped(say(about.title()));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title></head>
                <body><main>
                <h1>%s</h1>
                <p>%s</p>
                %s
                <p><a href="/notices/%s">%s</a></p>
                </main></body></html>
                """
                .formatted(
                        language.getLanguage(),
                        title,
                        title,
                        escaped(say(about.addressee())),
                        standing(),
                        escaped(about.noticeId()),
                        say(new LocalizedText("通知を読む", "Read the notice")));
    }

    private String standing() {
        if (about.withdrawn()) {
            return paragraph(new LocalizedText("この通知は取り消されました。", "This notice was withdrawn."));
        }
        String newer = about.currentVersion() > about.version()
                ? paragraph(new LocalizedText(
                        "新しい版(第" + about.currentVersion() + "版)があります。",
                        "There is a newer version (" + about.currentVersion() + ")."))
                : "";
        if (about.acknowledgedAt() != null) {
            return newer + paragraph(new LocalizedText("確認済みです。ありがとうございました。", "Acknowledged. Thank you."));
        }
        return newer + "<form method=\"post\"><button type=\"submit\">"
                + say(new LocalizedText("確認しました", "I have read it")) + "</button></form>";
    }

    private String paragraph(LocalizedText text) {
        return "<p role=\"status\">" + say(text) + "</p>";
    }

    private String say(LocalizedText text) {
        return text.in(language);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
