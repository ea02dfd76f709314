package org.poshremote.core.target;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.function.Consumer;

/** Tells when a folder with a target file was changed, by this program or by another such as an editor. */
public final class TargetWatch {
    private final Path folder;
    private final Runnable changed;
    private final Consumer<Exception> gaveUp;

    private TargetWatch(Path folder, Runnable changed, Consumer<Exception> gaveUp) {
        this.folder = folder;
        this.changed = changed;
        this.gaveUp = gaveUp;
    }

    /**
     * Watches until the virtual machine ends. Does not wait.
     *
     * @param folder  is made where it is missing
     * @param changed told in a thread of its own
     * @param gaveUp  told why nothing is watched any more
     */
    public static void start(Path folder, Runnable changed, Consumer<Exception> gaveUp) {
        Thread.ofVirtual().name("watch " + folder).start(new TargetWatch(folder, changed, gaveUp)::watch);
    }

    private void watch() {
        try {
            Files.createDirectories(folder);
            try (WatchService service = folder.getFileSystem().newWatchService()) {
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
                changed.run(); // what happened before the watch began
                WatchKey key;
                do {
                    key = service.take();
                    key.pollEvents();
                    changed.run();
                } while (key.reset());
            }
        } catch (IOException | ClosedWatchServiceException e) {
            gaveUp.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
