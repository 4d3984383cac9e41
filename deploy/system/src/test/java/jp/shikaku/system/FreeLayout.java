package jp.shikaku.system;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jp.shikaku.local.launch.Form;
import jp.shikaku.local.launch.Layout;
import jp.shikaku.local.launch.Service;
import jp.shikaku.local.process.Ports;

/**
 * Ports for all three services and their databases on which nobody listens. Below 32,768: from there on Linux gives ports to
 * connections, and one that was free a moment ago belongs to somebody else when a service gets to listen on it.
 */
final class FreeLayout {

    private static final int LOWEST_BASE = 12_000;
    private static final int HIGHEST_BASE = 25_000;

    private FreeLayout() {}

    static Layout of(Path checkout, Path data, Form form) {
        return new Random()
                .ints(LOWEST_BASE, HIGHEST_BASE)
                .mapToObj(base -> new Layout(checkout, data, base, form))
                .filter(FreeLayout::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(Layout layout) {
        return Stream.of(Service.values())
                .flatMapToInt(service ->
                        IntStream.of(layout.port(service), layout.adminPort(service), layout.databasePort(service)))
                .allMatch(Ports::isFree);
    }
}
