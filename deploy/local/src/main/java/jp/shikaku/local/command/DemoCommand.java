package jp.shikaku.local.command;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParentCommand;

import jp.shikaku.local.demo.Story;
import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Service;

@Command(
        name = "demo",
        description = {
            "Play the story of Hanako, who changes jobs, over HTTP as every party. Starts what does not run and leaves it",
            "running. Ends with 1 when anything differs from what should have happened."
        })
final class DemoCommand implements Callable<Integer> {

    /** Where people look; the sign-in page offers those who play. */
    private enum Page {
        PUBLIC(Service.INQUIRY, "/ja", "一般の方 public"),
        HOTLINE(Service.INQUIRY, "/ja/casefiles", "電話窓口 hotline"),
        OPERATOR(Service.INQUIRY, "/ja/faq-drafts", "運用者 operator"),
        CLINIC(Service.ELIGIBILITY, "/ja/reception", "医療機関 clinic"),
        INSURER(Service.REGISTRATION, "/ja/holds", "保険者 insurer"),
        EMPLOYER(Service.REGISTRATION, "/ja/reports", "事業所 employer");

        private final Service service;
        private final String path;
        private final String reader;

        Page(Service service, String path, String reader) {
            this.service = service;
            this.path = path;
            this.reader = reader;
        }

        String in(Layout layout) {
            return layout.address(service) + path + "  " + reader;
        }
    }

    @ParentCommand
    private Shikaku shikaku;

    @Override
    public Integer call() {
        try (var progress = shikaku.progress()) {
            shikaku.stack().up(progress);
        }
        List<String> differences = new Story(shikaku.stack(), shikaku.out()).play();
        if (!differences.isEmpty()) {
            shikaku.out().println("\n✗ " + differences.size() + " step(s) differ from the story:");
            differences.forEach(difference -> shikaku.out().println("  " + difference));
            return ExitCode.SOFTWARE;
        }
        shikaku.out().println("\n✓ すべて筋書きどおりでした。 Everything happened as it should.");
        shikaku.out().println("  画面 pages:");
        for (var page : Page.values()) {
            shikaku.out().println("    " + page.in(shikaku.stack().layout()));
        }
        shikaku.out().println("  まだ動いています。 Still running: deploy/shikaku status · deploy/shikaku down [--purge]");
        return ExitCode.OK;
    }
}
