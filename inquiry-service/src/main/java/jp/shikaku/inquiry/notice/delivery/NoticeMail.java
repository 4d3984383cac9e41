package jp.shikaku.inquiry.notice.delivery;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.text.LocalizedText;

/** The words of a mail: plain text, in the language of its addressee. */
record NoticeMail(QueuedMail mail, URI link) {

    String subject() {
        LocalizedText mark =
                switch (mail.kind()) {
                    case NOTICE ->
                        mail.issue().version() == 1
                                ? new LocalizedText("【周知】", "[Notice] ")
                                : new LocalizedText(
                                        "【周知・第" + mail.issue().version() + "版】",
                                        "[Notice, version " + mail.issue().version() + "] ");
                    case REMINDER -> new LocalizedText("【ご確認のお願い】", "[Please acknowledge] ");
                    case WITHDRAWAL -> new LocalizedText("【取消し】", "[Withdrawn] ");
                };
        return say(mark) + say(mail.issue().notice().title());
    }

    String text() {
        return say(mail.addressee()) + say(new LocalizedText(" 御中", "")) + "\n\n" + body();
    }

    private String body() {
        Notice notice = mail.issue().notice();
        return switch (mail.kind()) {
            case NOTICE -> content(notice) + "\n\n" + acknowledge();
            case REMINDER ->
                say(new LocalizedText(
                                "次の周知について、まだ確認のご連絡をいただいていません。", "The following notice has not been acknowledged yet."))
                        + "\n\n" + acknowledge() + "\n\n" + content(notice);
            case WITHDRAWAL ->
                say(new LocalizedText("次の周知は取り消されました。", "The following notice was withdrawn."))
                        + "\n\n" + say(notice.title()) + "\n\n"
                        + say(new LocalizedText("理由: ", "Reason: "))
                        + say(mail.issue().reason());
        };
    }

    private String content(Notice notice) {
        String requests = notice.requests().stream()
                .map(request -> say(new LocalizedText("・", "- ")) + say(request))
                .collect(Collectors.joining("\n"));
        String sources = notice.sources().stream()
                .map(source -> say(source.title()) + "\n" + source.url())
                .collect(Collectors.joining("\n"));
        return notice.issuers().stream().map(this::say).collect(Collectors.joining("\n")) + "\n\n" + say(notice.title())
                + "\n\n" + say(notice.summary()) + "\n\n" + requests + "\n\n" + sources;
    }

    private String acknowledge() {
        return say(new LocalizedText(
                        "お読みになりましたら、次のリンクを開いて「確認しました」を押してください。サインインは要りません。",
                        "When you have read it, open this link and press “I have read it”. No sign-in is needed."))
                + "\n" + link;
    }

    private String say(LocalizedText text) {
        Locale language = mail.language();
        return text.in(language);
    }
}
