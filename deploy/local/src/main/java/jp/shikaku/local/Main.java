package jp.shikaku.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import jp.shikaku.local.command.Shikaku;
import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Stack;
import jp.shikaku.local.problem.LocalException;

/** The program behind {@code deploy/shikaku}. */
public final class Main {

    private Main() {}

    /**
     * Reads the system properties {@code shikaku.root}, the checkout (default: the current folder), and
     * {@code shikaku.terminal}, whether somebody watches.
     */
    public static void main(String[] arguments) {
        // Japanese is Japanese also where the locale says POSIX.
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        try {
            var layout =
                    Layout.of(Path.of(System.getProperty("shikaku.root", "")).toAbsolutePath(), System.getenv());
            System.exit(new Shikaku(new Stack(layout), out, err, Boolean.getBoolean("shikaku.terminal"))
                    .execute(arguments));
        } catch (LocalException e) {
            err.println("error: " + e);
            System.exit(1);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
