package org.poshremote.language.workspace;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/**
 * The scripts of some folders and those that are open in an editor, whose unsaved text counts. Indexes in the background; changes
 * of files and documents are taken in when the index is asked for next. Thread-safe.
 */
public final class Workspace {
    /** More scripts than these are not indexed. */
    static final int MOST_FILES = 20_000;
    private static final int REPORTED_EVERY = 50;

    private final Supplier<IndexProgress> progress;
    private final Semaphore atWork = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final Map<URI, Supplier<ScriptModel>> open = new ConcurrentHashMap<>();
    /** Of the folders; guarded by this. */
    private List<Path> folders = List.of();
    private CompletableFuture<Void> scan = CompletableFuture.completedFuture(null);
    private WorkspaceIndex index = WorkspaceIndex.EMPTY;
    /** Files that are to be looked at again; guarded by this. */
    private final Set<URI> changed = new HashSet<>();
    /** Those that changed while the folders were being read, when they may have been read already; guarded by this. */
    private final Set<URI> changedMeanwhile = new HashSet<>();
    private int generation;

    /** @param progress of each scan of the folders */
    public Workspace(Supplier<IndexProgress> progress) {
        this.progress = progress;
    }

    public Workspace() {
        this(() -> IndexProgress.NONE);
    }

    // ---- what changes

    /** Other folders; what is in them is read in the background, and a scan that is under way is given up. */
    public synchronized void folders(List<Path> now) {
        folders = now.stream().map(folder -> folder.toAbsolutePath().normalize()).distinct().toList();
        int mine = ++generation;
        List<Path> scanned = folders;
        scan = new CompletableFuture<>();
        CompletableFuture<Void> done = scan;
        Thread.ofVirtual().name("PowerShell workspace index").start(() -> {
            try {
                scan(scanned, mine);
            } finally {
                done.complete(null);
            }
        });
    }

    public synchronized List<Path> folders() {
        return folders;
    }

    /** A document of an editor, or a new version of it; parsed when the index is asked for. */
    public synchronized void opened(URI document, Supplier<ScriptModel> model) {
        open.put(document, model);
        changed.add(document);
    }

    /** Its file counts again, where it lies in the folders. */
    public synchronized void closed(URI document) {
        open.remove(document);
        changed.add(document);
    }

    /** A file was written, made or deleted by somebody else. */
    public void changedOnDisk(List<URI> files) {
        synchronized (this) {
            changed.addAll(files);
        }
        Thread.ofVirtual().name("PowerShell workspace index").start(this::index);
    }

    // ---- what there is

    /** What is known by now; while the folders are being read for the first time, a part. */
    public synchronized WorkspaceIndex index() {
        for (URI file : changed) {
            index = symbols(file).map(index::with).orElseGet(() -> index.without(file));
        }
        if (!scan.isDone()) {
            changedMeanwhile.addAll(changed);
        }
        changed.clear();
        return index;
    }

    /** The whole of it: waits until the folders are read. Must not be called where waiting is not allowed. */
    public WorkspaceIndex whole() throws InterruptedException {
        CompletableFuture<Void> scanned;
        synchronized (this) {
            scanned = scan;
        }
        try {
            scanned.get();
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException(e);
        }
        return index();
    }

    /** Of a document as it is in the editor, otherwise of the file as it is on the disk; empty where there is neither or it is not to be read. */
    public Optional<Script> script(URI file) {
        Supplier<ScriptModel> opened = open.get(file);
        return opened != null ? Optional.of(opened.get().script()) : Locations.path(file).filter(Files::isRegularFile).flatMap(SourceText::read).map(Parser::parse);
    }

    /** Of the same; that of a document is the editor's own, which others ask for too. */
    public Optional<ScriptModel> model(URI file) {
        Supplier<ScriptModel> opened = open.get(file);
        return opened != null ? Optional.of(opened.get()) : script(file).map(ScriptModel::of);
    }

    public boolean isOpen(URI file) {
        return open.containsKey(file);
    }

    private Optional<FileSymbols> symbols(URI file) {
        boolean ours = open.containsKey(file) || Locations.path(file).filter(path -> SourceText.isScript(path) && ScriptFolders.holds(folders, path)).isPresent();
        return ours ? model(file).map(model -> FileIndexer.index(file, model)) : Optional.empty();
    }

    // ---- the scan

    private void scan(List<Path> scanned, int mine) {
        IndexProgress told = progress.get();
        List<Path> files = ScriptFolders.scripts(scanned, MOST_FILES, () -> old(mine) || told.cancelled());
        told.begin(files.size());
        Map<URI, FileSymbols> found = new LinkedHashMap<>();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger leftOut = new AtomicInteger();
        List<Thread> workers = new ArrayList<>();
        for (Path file : files) {
            atWork.acquireUninterruptibly();
            if (old(mine) || told.cancelled()) {
                atWork.release();
                break;
            }
            workers.add(Thread.ofVirtual().start(() -> {
                try {
                    URI uri = Locations.of(file);
                    Optional<FileSymbols> symbols = SourceText.read(file).map(text -> FileIndexer.index(uri, Parser.parse(text)));
                    synchronized (found) {
                        symbols.ifPresentOrElse(known -> found.put(uri, known), leftOut::incrementAndGet);
                        int so = done.incrementAndGet();
                        if (so % REPORTED_EVERY == 0) {
                            told.done(so, files.size());
                        }
                    }
                } finally {
                    atWork.release();
                }
            }));
        }
        for (Thread worker : workers) {
            joinUninterruptibly(worker);
        }
        synchronized (this) {
            if (mine == generation) {
                changed.addAll(open.keySet());
                changed.addAll(changedMeanwhile);
                changedMeanwhile.clear();
                index = WorkspaceIndex.of(found.values());
            }
        }
        told.end(found.size(), leftOut.get());
    }

    private synchronized boolean old(int mine) {
        return mine != generation;
    }

    private static void joinUninterruptibly(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
