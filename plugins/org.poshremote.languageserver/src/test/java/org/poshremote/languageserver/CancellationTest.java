package org.poshremote.languageserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.language.workspace.IndexProgress;

@Timeout(30)
class CancellationTest {
    @Test
    void workThatNobodyWaitsForStopsWhereItLooks() throws Exception {
        ScriptWorkspace workspace = new ScriptWorkspace(() -> IndexProgress.NONE);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<String> answer = workspace.compute(cancel -> {
            begun.countDown();
            try {
                while (true) {
                    cancel.checkCanceled();
                    Thread.sleep(1);
                }
            } finally {
                stopped.countDown();
            }
        });
        assertTrue(begun.await(20, TimeUnit.SECONDS));
        answer.cancel(true);
        assertTrue(stopped.await(20, TimeUnit.SECONDS));
        assertThrows(CancellationException.class, answer::get);
    }

    @Test
    void theSameViewServesUntilSomethingChanges() throws Exception {
        ScriptWorkspace workspace = new ScriptWorkspace(() -> IndexProgress.NONE);
        OpenDocument first = new OpenDocument("file:///w/a.ps1", 1, "$a = 1");
        workspace.opened(first);
        Object one = workspace.ask(first.uri(), null, ScriptWorkspace.Moment::view).get();
        assertTrue(one == workspace.askNow(first.uri(), null, ScriptWorkspace.Moment::view).get());
        workspace.opened(new OpenDocument(first.uri(), 2, "$b = 1; $b"));
        assertEquals(2, workspace.ask(first.uri(), null, ScriptWorkspace.Moment::view).get().mentions().size());
        workspace.closed(first.uri());
        assertEquals("none", workspace.ask(first.uri(), "none", moment -> "some").get());
    }
}
