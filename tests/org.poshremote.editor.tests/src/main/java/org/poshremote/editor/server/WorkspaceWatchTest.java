package org.poshremote.editor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.RelativePattern;
import org.eclipse.lsp4j.WatchKind;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.declaration.ScriptHyperlinks;
import org.poshremote.editor.testing.Bench;

/** What changes in the workspace without an editor reaches the server. */
class WorkspaceWatchTest {
    @AfterEach
    void clear() throws CoreException {
        Bench.clear();
        IProject other = other();
        if (other.exists()) {
            other.delete(true, true, null);
        }
        FakeServer.real();
    }

    private static IProject other() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject("other");
    }

    private static void onDisk(IFile file, String content) throws IOException, CoreException {
        Files.writeString(file.getLocation().toPath(), content);
        // without it, a second change in the same tick of the clock goes unseen
        Files.setLastModifiedTime(file.getLocation().toPath(), FileTime.fromMillis(file.getLocalTimeStamp() + 2_000));
        file.getProject().refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    /** Asked again until it is found, since the index is read in the background. */
    private static void untilDeclaration(ITextEditor editor, String name, String in, int line) {
        int at = Bench.document(editor).get().indexOf(name);
        Bench.until("the server can be asked", () -> new ScriptHyperlinks().detectHyperlinks(Bench.viewer(editor), new Region(at, 0), false) != null);
        long[] asked = {0};
        Bench.until("the declaration of " + name + " in " + in, () -> {
            ITextEditor front = (ITextEditor) Bench.page().getActiveEditor();
            if (front.getTitle().equals(in) && ((ITextSelection) front.getSelectionProvider().getSelection()).getStartLine() == line) {
                return true;
            }
            if (System.nanoTime() - asked[0] > 500_000_000L) {
                asked[0] = System.nanoTime();
                new ScriptHyperlinks().detectHyperlinks(Bench.viewer(editor), new Region(at, 0), false)[0].open();
            }
            return false;
        });
        Bench.page().activate(editor);
    }

    @Test
    void whatChangesOnDiskIsFound() throws IOException, CoreException {
        IFile library = Bench.file("library.psm1", "function Get-First { }\n");
        ITextEditor editor = Bench.open("main.ps1", "Get-First\nGet-Second\nGet-Third\n");
        untilDeclaration(editor, "Get-First", "library.psm1", 0);
        Bench.page().closeEditor(Bench.page().findEditor(new FileEditorInput(library)), false);
        onDisk(library, "\n\nfunction Get-First { }\nfunction Get-Second { }\n");
        untilDeclaration(editor, "Get-Second", "library.psm1", 3);
        onDisk(Bench.project().getFile("new.ps1"), "# new\nfunction Get-Third { }\n");
        untilDeclaration(editor, "Get-Third", "new.ps1", 1);
    }

    @Test
    void filesAsTheServerAskedForThemAndProjectsAreTold() throws IOException, CoreException {
        FakeServer server = FakeServer.use();
        Bench.open("a.ps1", "1\n");
        Bench.until("open", () -> !server.texts.isEmpty());
        server.watch("**/*.{ps1,psd1}");
        IFile file = Bench.file("b.ps1", "2\n");
        Bench.file("b.txt", "2\n");
        Bench.until("created", () -> server.said.contains("Created b.ps1"));
        onDisk(file, "3\n");
        Bench.until("changed", () -> server.said.contains("Changed b.ps1"));
        file.delete(true, null);
        Bench.until("deleted", () -> server.said.contains("Deleted b.ps1"));
        other().create(null);
        other().open(null);
        Bench.until("a folder more", () -> server.said.contains("added other"));
        other().close(null);
        Bench.until("a folder less", () -> server.said.contains("removed other"));
        other().open(null);
        other().delete(true, true, null);
        Bench.until("deleted", () -> server.said.equals(List.of("Created b.ps1", "Changed b.ps1", "Deleted b.ps1", "added other", "removed other", "added other", "removed other")));
    }

    @Test
    void patternsAreThoseOfTheProtocol() {
        Path folder = Path.of("x").toAbsolutePath();
        List<WatchedFiles> watched = WatchedFiles.of(new MessageJsonHandler(Map.of()).getGson().toJsonTree(new DidChangeWatchedFilesRegistrationOptions(List.of(
            new FileSystemWatcher(Either.forLeft("**/*.{ps1,psm1}")),
            new FileSystemWatcher(Either.forRight(new RelativePattern(Either.forRight(folder.toUri().toString()), "*.txt")), WatchKind.Delete)))));
        assertEquals(List.of(true, false), are(watched, folder.resolve("deep/A.PS1"), FileChangeType.Changed));
        assertEquals(List.of(false, true), are(watched, folder.resolve("a.txt"), FileChangeType.Deleted));
        assertEquals(List.of(false, false), are(watched, folder.resolve("a.txt"), FileChangeType.Created));
        assertEquals(List.of(false, false), are(watched, folder.resolve("deep/a.txt"), FileChangeType.Deleted));
        assertEquals(List.of(), WatchedFiles.of(null));
    }

    private static List<Boolean> are(List<WatchedFiles> watched, Path file, FileChangeType change) {
        return watched.stream().map(some -> some.are(new FileEvent(file.toUri().toString(), change))).toList();
    }
}
