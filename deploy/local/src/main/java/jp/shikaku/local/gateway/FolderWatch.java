package jp.shikaku.local.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes up when something happens in a folder. Network drives say nothing: whoever waits has to look by itself too. */
final class FolderWatch implements AutoCloseable {

    private final WatchService watcher;

    private FolderWatch(WatchService watcher) {
        this.watcher = watcher;
    }

    static FolderWatch of(Path folder) throws IOException {
        WatchService watcher = folder.getFileSystem().newWatchService();
        folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        return new FolderWatch(watcher);
    }

    /** Returns when something happened, or after {@code atMost}. */
    void await(Duration atMost) throws InterruptedException {
        WatchKey key = watcher.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
