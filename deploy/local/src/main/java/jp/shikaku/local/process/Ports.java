package jp.shikaku.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jp.shikaku.local.problem.LocalException;

/** The TCP ports of this machine, on 127.0.0.1. */
public final class Ports {

    private static final String LISTENING = "0A";

    private Ports() {}

    /** A port nobody listens on at this moment. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes sure that {@code port} can be listened on.
     *
     * @param purpose what the port is for, as the reader of the message knows it
     * @throws LocalException naming the port and, when it can be found out, the process that has it
     */
    public static void requireFree(int port, String purpose) {
        if (isFree(port)) {
            return;
        }
        var holder = holder(port);
        throw new LocalException(
                "Port " + port + " (" + purpose + ") is in use"
                        + holder.map(process -> " by " + describe(process)).orElse(" by another program") + ".",
                holder.map(process -> "Stop process " + process.pid()).orElse("Stop that program")
                        + ", or choose other ports with SHIKAKU_PORT_BASE=18081 deploy/shikaku up.");
    }

    private static String describe(ProcessHandle process) {
        var name = process.info().command().map(command -> Path.of(command).getFileName() + ", ");
        return name.orElse("") + "process " + process.pid();
    }

    /** The process listening on {@code port}; empty for processes of another user, which only root may look into. */
    static Optional<ProcessHandle> holder(int port) {
        var sockets = new HashSet<String>();
        for (var table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            sockets.addAll(listeningSockets(Path.of(table), port));
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holdsAny(process, sockets))
                        .findFirst();
    }

    /** See proc_net_tcp: column 1 is address:port in hexadecimal, column 3 the state, column 9 the socket's inode. */
    private static Set<String> listeningSockets(Path table, int port) {
        var suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            var found = new HashSet<String>();
            lines.skip(1).map(line -> line.strip().split("\\s+")).forEach(columns -> {
                if (columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
                    found.add("socket:[" + columns[9] + "]");
                }
            });
            return found;
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    private static boolean holdsAny(ProcessHandle process, Set<String> sockets) {
        var descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (var links = Files.newDirectoryStream(descriptors)) {
            for (var link : links) {
                if (Files.isSymbolicLink(link)
                        && sockets.contains(Files.readSymbolicLink(link).toString())) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended meanwhile or belongs to someone else.
        }
        return false;
    }
}
