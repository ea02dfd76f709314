package org.poshremote.ui.targets;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.poshremote.ui.common.PoshRemotePlugin;

/** Tells when this person's target file was changed by another program, such as an editor. */
final class FileWatch {
    private final Path folder;
    private final Runnable changed;

    FileWatch(Path folder, Runnable changed) {
        this.folder = folder;
        this.changed = changed;
    }

    /** Watches until the virtual machine ends. */
    void start() {
        Thread.ofVirtual().name("watch " + folder).start(this::watch);
    }

    private void watch() {
        try {
            Files.createDirectories(folder);
            try (WatchService service = folder.getFileSystem().newWatchService()) {
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
                WatchKey key;
                do {
                    key = service.take();
                    key.pollEvents();
                    changed.run();
                } while (key.reset());
            }
        } catch (IOException | ClosedWatchServiceException e) {
            PoshRemotePlugin.log(Messages.FileWatch_cannotWatch, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
