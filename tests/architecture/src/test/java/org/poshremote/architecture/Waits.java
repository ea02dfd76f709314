package org.poshremote.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * No wait on a socket, a future or another thread in the UI thread. A class file does not say on which thread it runs, so the
 * few classes that wait at all are named here, each with the thread that it waits on.
 */
final class Waits {
    static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("org.poshremote.ui.launch.Runs", "the virtual thread of a run"),
            Map.entry("org.poshremote.ui.launch.RunProgress$ProgressJob", "the job's worker thread"),
            Map.entry("org.poshremote.ui.targets.ConnectionTest", "the job's worker thread"),
            Map.entry("org.poshremote.ui.launch.RunsAtQuit", "after the last window has closed, for at most five seconds"),
            Map.entry("org.poshremote.editor.server.ScriptServer", "the virtual threads of the outbox and of the watch"),
            Map.entry("org.poshremote.editor.server.ByteQueue$2", "the threads that read a conversation within the process"),
            Map.entry("org.poshremote.editor.server.EditorServices", "its virtual thread"),
            Map.entry("org.poshremote.editor.completion.ScriptCompletion", "the platform's thread for content assist; answers nothing in the UI thread"),
            Map.entry("org.poshremote.editor.completion.ScriptProposal", "the platform's thread for what stands beside a proposal; asks nothing in the UI thread"),
            Map.entry("org.poshremote.editor.hover.ScriptHover", "the platform's thread for hovers; answers nothing in the UI thread"),
            Map.entry("org.poshremote.editor.rename.RenameScriptName", "the thread of the refactoring's progress dialog")));

    private static final Set<String> METHODS = Set.of("java/util/concurrent/Future.get", "java/util/concurrent/CompletableFuture.get",
            "java/util/concurrent/CompletableFuture.join", "java/util/concurrent/CountDownLatch.await", "java/util/concurrent/Semaphore.acquire",
            "java/util/concurrent/BlockingQueue.take", "java/util/concurrent/LinkedBlockingQueue.take", "java/lang/Process.waitFor", "java/lang/Thread.join", "java/lang/Thread.sleep", "java/lang/Object.wait",
            "java/nio/file/WatchService.take", "org/eclipse/core/runtime/jobs/Job.join", "org/eclipse/core/runtime/jobs/IJobManager.join",
            "org/poshremote/core/run/Run.await");
    private static final Set<String> PACKAGES = Set.of("java/net/", "javax/net/", "java/nio/channels/");

    private Waits() {
    }

    static List<String> violations(Map<String, ClassFile> classes, Set<String> allowed) {
        List<String> found = new ArrayList<>();
        classes.forEach((type, file) -> {
            if (!allowed.contains(type)) {
                file.calls().stream().filter(Waits::waits).forEach(call -> found.add(type + " calls " + call.replace('/', '.')));
            }
        });
        return found;
    }

    private static boolean waits(String call) {
        // addresses are spelled with these, which waits for nobody
        boolean address = call.startsWith("java/net/URI.") || call.startsWith("java/net/URL.<init>");
        return METHODS.contains(call) || !address && PACKAGES.stream().anyMatch(call::startsWith);
    }
}
