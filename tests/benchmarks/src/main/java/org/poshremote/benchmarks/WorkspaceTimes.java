package org.poshremote.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.poshremote.language.workspace.IndexProgress;
import org.poshremote.language.workspace.Workspace;
import org.poshremote.language.workspace.WorkspaceIndex;

/** How long the scripts of a folder take to be indexed, cold, and what the index holds of the heap. The argument is the folder. */
public final class WorkspaceTimes {
    private WorkspaceTimes() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long before = used();
        AtomicInteger leftOut = new AtomicInteger();
        Workspace workspace = new Workspace(() -> new IndexProgress() {
            @Override
            public void end(int files, int left) {
                leftOut.set(left);
            }
        });
        long start = System.nanoTime();
        workspace.folders(List.of(Path.of(arguments[0])));
        WorkspaceIndex index = workspace.whole();
        long end = System.nanoTime();
        long held = used() - before;
        long functions = index.functionsStartingWith("").count();
        System.out.printf(Locale.ROOT, "%d files, %d functions (%d files left out): indexed in %d ms, the index holds %.1f MB; the program has used %d ms of processors%n",
            index.files().count(), functions, leftOut.get(), (end - start) / 1_000_000, held / 1e6, ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L));
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
