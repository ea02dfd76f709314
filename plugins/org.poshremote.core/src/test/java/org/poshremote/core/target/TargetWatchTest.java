package org.poshremote.core.target;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetWatchTest {
    private static final long PATIENCE_SECONDS = 60;

    private final Semaphore told = new Semaphore(0);

    @TempDir
    private Path folder;

    @Test
    void tellsAtTheStartAndOfEachChange() throws IOException, InterruptedException {
        TargetWatch.start(folder.resolve("made"), told::release, e -> { });
        assertTrue(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "the folder is made and watched");
        Files.writeString(folder.resolve("made/targets.json"), "{}");
        assertTrue(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "a file was made");
        told.drainPermits();
        Files.delete(folder.resolve("made/targets.json"));
        assertTrue(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "a file went");
    }

    @Test
    void saysWhyItCannotWatch() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "");
        TargetWatch.start(file, () -> { }, e -> told.release());
        assertTrue(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
