package jp.shikaku.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jp.shikaku.local.problem.LocalException;
import jp.shikaku.local.process.Command;

/** As whom the server runs. PostgreSQL refuses root, and in many containers there is no one else. */
sealed interface ServerAccount {

    /** {@code program} with what must stand before it. */
    List<String> command(List<String> program);

    /** Makes {@code folder} one that the server may own and reach. */
    void handOver(Path folder) throws IOException;

    /** The account that works on this machine. */
    static ServerAccount ofThisMachine() throws IOException {
        return isRoot() ? insteadOfRoot() : new CurrentUser();
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static ServerAccount insteadOfRoot() throws IOException {
        var namespace = new UserNamespace();
        // "id -un" also proves that the nameless user has a name, which initdb asks for.
        if (works(namespace.command(List.of("id", "-un")))) {
            return namespace;
        }
        for (var name : List.of("postgres", "nobody")) {
            for (var prefix : List.of(
                    List.of("setpriv", "--reuid", name, "--clear-groups", "--"),
                    List.of("runuser", "-u", name, "--"))) {
                if (works(Stream.concat(prefix.stream(), Stream.of("true")).toList())) {
                    return new OtherUser(prefix, name);
                }
            }
        }
        throw new LocalException(
                "PostgreSQL does not run as root, and neither unshare, setpriv nor runuser works here.",
                "Run this as a normal user, or install util-linux and allow user namespaces.");
    }

    private static boolean works(List<String> command) {
        try {
            return Command.of(command).run().ok();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> join(List<String> prefix, List<String> program) {
        var all = new ArrayList<>(prefix);
        all.addAll(program);
        return all;
    }

    /** A normal user runs its own server. */
    record CurrentUser() implements ServerAccount {

        @Override
        public List<String> command(List<String> program) {
            return program;
        }

        @Override
        public void handOver(Path folder) {
            // It is ours already.
        }
    }

    /**
     * Root in a user namespace without a mapping: the server sees itself as nobody, while its files stay root's and may
     * lie in folders that only root can enter.
     */
    record UserNamespace() implements ServerAccount {

        @Override
        public List<String> command(List<String> program) {
            return join(List.of("unshare", "--user"), program);
        }

        @Override
        public void handOver(Path folder) {
            // To the kernel the server still is root.
        }
    }

    /**
     * Root hands the server to an unprivileged user.
     *
     * @param prefix how to become that user
     * @param name the user
     */
    record OtherUser(List<String> prefix, String name) implements ServerAccount {

        @Override
        public List<String> command(List<String> program) {
            return join(prefix, program);
        }

        @Override
        public void handOver(Path folder) throws IOException {
            closedToOthers(folder.toAbsolutePath().getParent()).ifPresent(closed -> {
                throw new LocalException(
                        "PostgreSQL runs as user " + name + ", who may not enter " + closed + ".",
                        "Choose a folder everybody may pass through, for example SHIKAKU_DATA=/var/tmp/shikaku.");
            });
            var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
            try (var files = Files.walk(folder)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    Files.setAttribute(file, "owner:owner", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }

        private static Optional<Path> closedToOthers(Path start) throws IOException {
            for (var folder = start; folder != null; folder = folder.getParent()) {
                if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return Optional.of(folder);
                }
            }
            return Optional.empty();
        }
    }
}
