package org.poshremote.languageserver;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.poshremote.language.workspace.IndexProgress;
import org.poshremote.language.workspace.Locations;

/** Which folders the client has, what changes in them, and how far their indexing is. Thread-safe. */
final class WorkspaceFolders {
    private final ScriptWorkspace workspace = new ScriptWorkspace(this::progress);
    private final Complaints complaints;
    private final Set<URI> folders = new LinkedHashSet<>();
    /** Tokens of work that the person wants to stop. */
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private volatile Optional<LanguageClient> client = Optional.empty();
    private volatile ClientSupport support = ClientSupport.NONE;

    WorkspaceFolders(Complaints complaints) {
        this.complaints = complaints;
    }

    ScriptWorkspace workspace() {
        return workspace;
    }

    ClientSupport support() {
        return support;
    }

    void connect(LanguageClient connected) {
        client = Optional.of(connected);
    }

    // ---- the start

    synchronized void initialize(InitializeParams params) {
        support = ClientSupport.of(params.getCapabilities());
        Optional.ofNullable(params.getWorkspaceFolders()).filter(list -> !list.isEmpty()).map(list -> list.stream().map(WorkspaceFolder::getUri).toList())
            .or(() -> root(params).map(List::of)).orElse(List.of()).forEach(folder -> folders.add(Locations.of(folder)));
    }

    /** Of clients from before there were several folders. */
    @SuppressWarnings("deprecation")
    private static Optional<String> root(InitializeParams params) {
        return Optional.ofNullable(params.getRootUri()).or(() -> Optional.ofNullable(params.getRootPath()).map(path -> Path.of(path).toUri().toString()));
    }

    /** Only now may the client be asked for something (LSP 3.18, initialized). */
    void initialized() {
        if (support.watches()) {
            DidChangeWatchedFilesRegistrationOptions options = new DidChangeWatchedFilesRegistrationOptions(List.of(
                new FileSystemWatcher(Either.forLeft("**/*.{ps1,psm1,psd1}"))));
            client.ifPresent(c -> c.registerCapability(new RegistrationParams(List.of(new Registration("scripts", "workspace/didChangeWatchedFiles", options)))));
        }
        read();
    }

    private synchronized void read() {
        workspace.workspace().folders(folders.stream().map(Locations::path).flatMap(Optional::stream).toList());
    }

    // ---- what changes

    void changed(DidChangeWorkspaceFoldersParams params) {
        synchronized (this) {
            Optional.ofNullable(params.getEvent().getRemoved()).orElse(List.of()).forEach(folder -> folders.remove(Locations.of(folder.getUri())));
            Optional.ofNullable(params.getEvent().getAdded()).orElse(List.of()).forEach(folder -> folders.add(Locations.of(folder.getUri())));
        }
        read();
    }

    void changed(DidChangeWatchedFilesParams params) {
        workspace.workspace().changedOnDisk(params.getChanges().stream().map(FileEvent::getUri).map(Locations::of).toList());
    }

    void saved(String document) {
        workspace.workspace().changedOnDisk(List.of(Locations.of(document)));
    }

    // ---- progress

    void cancel(Either<String, Integer> token) {
        if (token != null && token.isLeft()) {
            cancelled.add(token.getLeft());
        }
    }

    private IndexProgress progress() {
        boolean shown = support.progress();
        return new Told(shown ? client : Optional.empty(), "index-" + UUID.randomUUID());
    }

    /** Of one reading of the folders; the reading does not wait for the client. */
    private final class Told implements IndexProgress {
        private final Optional<LanguageClient> told;
        private final String token;
        private boolean accepted;
        private boolean ended;

        Told(Optional<LanguageClient> told, String token) {
            this.told = told;
            this.token = token;
        }

        @Override
        public void begin(int files) {
            if (files > 0) {
                // a client that does not want it goes without
                told.ifPresent(c -> c.createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token))).thenRun(() -> accepted(files)));
            }
        }

        private synchronized void accepted(int files) {
            accepted = true;
            WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
            begin.setTitle("Indexing PowerShell scripts");
            begin.setMessage(files + " files");
            begin.setPercentage(0);
            begin.setCancellable(true);
            notify(begin);
            if (ended) {
                notify(new WorkDoneProgressEnd());
            }
        }

        @Override
        public synchronized void done(int filesDone, int files) {
            WorkDoneProgressReport report = new WorkDoneProgressReport();
            report.setMessage(filesDone + " of " + files + " files");
            report.setPercentage(filesDone * 100 / files);
            notify(report);
        }

        @Override
        public synchronized void end(int files, int leftOut) {
            WorkDoneProgressEnd end = new WorkDoneProgressEnd();
            end.setMessage(files + " files");
            notify(end);
            ended = true;
            cancelled.remove(token);
            if (support.refreshLenses() && files > 0) {
                // the counts are others now
                client.ifPresent(LanguageClient::refreshCodeLenses);
            }
            if (leftOut > 0) {
                complaints.once((leftOut == 1 ? "A file of the workspace is" : leftOut + " files of the workspace are") + " not indexed: too large, not to be read, or no text.");
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled.contains(token);
        }

        private void notify(WorkDoneProgressNotification what) {
            if (accepted) {
                told.get().notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(what)));
            }
        }
    }
}
