package org.poshremote.ui.launch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.ui.testing.TestNode;
import org.poshremote.ui.testing.TestTargets;
import org.poshremote.ui.testing.Workbench;

/** A benchmark, not a test: {@code tests/benchmarks/README.md} says how it is run. Prints how a million lines go through the console. */
class ConsoleTimes {
    private static final int LOOK_EVERY_MS = 10;

    private final AtomicLong longestBlock = new AtomicLong();
    private final AtomicLong mostHeap = new AtomicLong();

    @Test
    void aMillionLines() throws CoreException, TargetFileException {
        Workbench.page();
        TestTargets.clear();
        try (TestNode node = new TestNode()) {
            TestTargets.add(node.target("node"));
            LaunchFixture.answerPassword(node.password());
            run("say warm\n");
            long before = usedHeap();
            mostHeap.set(before);
            longestBlock.set(0);
            long begin = System.nanoTime();
            AtomicBoolean looking = new AtomicBoolean(true);
            Thread.ofVirtual().start(() -> look(Display.getDefault(), looking));
            run("lines 1000000\n");
            looking.set(false);
            System.out.printf("1000000 lines (70 MB): %.1f s, longest wait of the UI thread %d ms, heap %d MB before, at most %d MB%n",
                    (System.nanoTime() - begin) / 1e9, longestBlock.get() / 1_000_000, before >> 20, mostHeap.get() >> 20);
            LaunchFixture.clear();
            TestTargets.deleteProject("scripts");
            TestTargets.clear();
        }
    }

    private static void run(String script) throws CoreException {
        ILaunch launch = ScriptLaunch.make(Workbench.file("scripts", "script.ps1", script), "node").launch(ILaunchManager.RUN_MODE, null);
        Workbench.until(Duration.ofMinutes(10), "the run ends", launch::isTerminated);
        LaunchFixture.text(launch);
    }

    /** Asks the UI thread for a sign of life again and again, as the pressing of a key would. */
    private void look(Display display, AtomicBoolean looking) {
        while (looking.get()) {
            long asked = System.nanoTime();
            display.syncExec(() -> { });
            longestBlock.accumulateAndGet(System.nanoTime() - asked, Math::max);
            mostHeap.accumulateAndGet(usedHeap(), Math::max);
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static long usedHeap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
