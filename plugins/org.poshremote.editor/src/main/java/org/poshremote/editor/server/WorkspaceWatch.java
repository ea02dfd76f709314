package org.poshremote.editor.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.poshremote.editor.common.EditorPlugin;

/**
 * Tells a server what changes in the workspace beside what is typed: the files that it asked for, and projects, which are its
 * folders (LSP 3.18, workspace/didChangeWatchedFiles and workspace/didChangeWorkspaceFolders). One per connection. Thread-safe;
 * changes are only noted in the thread that makes them, and told in the outbox.
 */
final class WorkspaceWatch implements IResourceChangeListener {
    private static final String FILES = "workspace/didChangeWatchedFiles";
    private static final String FOLDERS = "workspace/didChangeWorkspaceFolders";
    private static final int CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED;
    private static final int PROJECT = IResourceDelta.OPEN | IResourceDelta.DESCRIPTION | IResourceDelta.REPLACED;

    private final Consumer<Runnable> outbox;
    private final Map<String, List<WatchedFiles>> registered = new ConcurrentHashMap<>();
    private volatile Optional<WorkspaceService> server = Optional.empty();
    private volatile boolean wantsFolders;
    /** In the outbox only. */
    private List<WorkspaceFolder> told = List.of();

    WorkspaceWatch(Consumer<Runnable> outbox) {
        this.outbox = outbox;
    }

    /** The folders of the workspace now: its open projects. */
    static List<WorkspaceFolder> folders() {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(project -> project.isAccessible() && project.getLocationURI() != null)
            .map(project -> new WorkspaceFolder(project.getLocationURI().toString(), project.getName())).toList();
    }

    /** In the outbox, before the server reads its folders, which it was told at its start. */
    void begin(LanguageServer connected, ServerCapabilities capabilities, List<WorkspaceFolder> atStart) {
        wantsFolders |= Optional.ofNullable(capabilities.getWorkspace()).map(WorkspaceServerCapabilities::getWorkspaceFolders)
            .map(WorkspaceFoldersOptions::getChangeNotifications).map(wants -> wants.isLeft() || wants.getRight()).orElse(false);
        told = List.copyOf(atStart);
        server = Optional.of(connected.getWorkspaceService());
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        outbox.accept(this::tellFolders);
    }

    void end() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
        server = Optional.empty();
    }

    void register(Registration registration) {
        switch (registration.getMethod()) {
            case FILES -> registered.put(registration.getId(), WatchedFiles.of(registration.getRegisterOptions()));
            case FOLDERS -> wantsFolders = true;
            default -> { } // nothing here depends on it
        }
    }

    void unregister(Unregistration registration) {
        registered.remove(registration.getId());
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        List<FileEvent> files = new ArrayList<>();
        boolean[] projects = {false};
        try {
            event.getDelta().accept(delta -> {
                if (delta.getResource() instanceof IProject && (delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & PROJECT) != 0)) {
                    projects[0] = true;
                    // a folder that comes or goes is read or forgotten as a whole
                    return delta.getKind() == IResourceDelta.CHANGED && (delta.getFlags() & IResourceDelta.OPEN) == 0;
                }
                if (delta.getResource().getType() == IResource.FILE) {
                    change(delta).ifPresent(files::add);
                }
                return true;
            });
        } catch (CoreException e) {
            EditorPlugin.log(FILES, e);
        }
        if (!files.isEmpty()) {
            outbox.accept(() -> tellFiles(files));
        }
        if (projects[0]) {
            outbox.accept(this::tellFolders);
        }
    }

    private static Optional<FileEvent> change(IResourceDelta delta) {
        Optional<FileChangeType> type = switch (delta.getKind()) {
            case IResourceDelta.ADDED -> Optional.of(FileChangeType.Created);
            case IResourceDelta.REMOVED -> Optional.of(FileChangeType.Deleted);
            case IResourceDelta.CHANGED -> (delta.getFlags() & CONTENT) == 0 ? Optional.empty() : Optional.of(FileChangeType.Changed);
            default -> Optional.empty();
        };
        return type.flatMap(what -> Optional.ofNullable(delta.getResource().getLocationURI()).map(uri -> new FileEvent(uri.toString(), what)));
    }

    private void tellFiles(List<FileEvent> files) {
        List<FileEvent> wanted = files.stream().filter(file -> registered.values().stream().flatMap(List::stream).anyMatch(watched -> watched.are(file))).toList();
        if (!wanted.isEmpty()) {
            server.ifPresent(connected -> connected.didChangeWatchedFiles(new DidChangeWatchedFilesParams(wanted)));
        }
    }

    private void tellFolders() {
        List<WorkspaceFolder> now = folders();
        List<WorkspaceFolder> added = now.stream().filter(folder -> !told.contains(folder)).toList();
        List<WorkspaceFolder> removed = told.stream().filter(folder -> !now.contains(folder)).toList();
        told = now;
        if (wantsFolders && !(added.isEmpty() && removed.isEmpty())) {
            server.ifPresent(connected -> connected.didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed))));
        }
    }
}
