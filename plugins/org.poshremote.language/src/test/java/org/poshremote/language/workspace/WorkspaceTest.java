package org.poshremote.language.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Parser;

@Timeout(60)
class WorkspaceTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String names(WorkspaceIndex index) {
        return index.functionsStartingWith("").map(FunctionSymbol::name).collect(Collectors.joining(" "));
    }

    @Test
    void scriptsOfAllFoldersAreIndexedAndJunkIsNot() throws Exception {
        write("a.ps1", "function A { }");
        write("sub/b.psm1", "function B { }");
        write("sub/c.txt", "function C { }");
        write(".git/d.ps1", "function D { }");
        Files.write(folder.resolve("junk.ps1"), new byte[] {1, 2, 0, 0, 3});
        Files.write(folder.resolve("utf16.ps1"), "\uFEFFfunction U { }".getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("ansi.ps1"), "function \u00DCber { }".getBytes("windows-1252"));
        Files.write(folder.resolve("huge.ps1"), "function Huge { }\n".repeat(SourceText.LARGEST / 18 + 1).getBytes(StandardCharsets.US_ASCII));
        Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
        List<Integer> ends = Collections.synchronizedList(new ArrayList<>());
        Workspace workspace = new Workspace(() -> new IndexProgress() {
            @Override
            public void end(int files, int leftOut) {
                ends.add(files);
                ends.add(leftOut);
            }
        });
        workspace.folders(List.of(folder));
        assertEquals("A B U \u00FCber", names(workspace.whole()).replace('\u00DC', '\u00FC'));
        assertEquals(List.of(4, 2), ends);
    }

    @Test
    void unsavedTextWinsUntilItIsClosed() throws Exception {
        URI file = Locations.of(write("a.ps1", "function Saved { }"));
        Workspace workspace = new Workspace();
        workspace.opened(file, () -> ScriptModel.of(Parser.parse("function Unsaved { }")));
        workspace.folders(List.of(folder));
        assertEquals("Unsaved", names(workspace.whole()));
        workspace.changedOnDisk(List.of(file));
        assertEquals("Unsaved", names(workspace.index()));
        workspace.opened(file, () -> ScriptModel.of(Parser.parse("function Next { }")));
        assertEquals("Next", names(workspace.index()));
        workspace.closed(file);
        assertEquals("Saved", names(workspace.index()));
    }

    @Test
    void filesComeChangeAndGo() throws Exception {
        Workspace workspace = new Workspace();
        workspace.folders(List.of(folder));
        assertEquals("", names(workspace.whole()));
        Path file = write("x/a.ps1", "function A { }");
        workspace.changedOnDisk(List.of(Locations.of(file), Locations.of(Path.of("/elsewhere/b.ps1"))));
        assertEquals("A", names(workspace.index()));
        Files.delete(file);
        workspace.changedOnDisk(List.of(Locations.of(file)));
        assertEquals("", names(workspace.index()));
    }

    @Test
    void whatIsInNoFolderIsKnownWhileItIsOpen() throws Exception {
        Workspace workspace = new Workspace();
        URI untitled = URI.create("untitled:1");
        workspace.opened(untitled, () -> ScriptModel.of(Parser.parse("function T { }")));
        assertEquals("T", names(workspace.whole()));
        workspace.closed(untitled);
        assertEquals("", names(workspace.whole()));
    }

    @Test
    void otherFoldersTakeThePlaceOfTheOld() throws Exception {
        write("one/a.ps1", "function A { }");
        write("two/b.ps1", "function B { }");
        Workspace workspace = new Workspace();
        workspace.folders(List.of(folder.resolve("one"), folder.resolve("nowhere")));
        workspace.folders(List.of(folder.resolve("two")));
        assertEquals("B", names(workspace.whole()));
    }

    @Test
    void aPersonCanStopIt() throws Exception {
        for (int i = 0; i < 300; i++) {
            write("f" + i + ".ps1", "function F" + i + " { }");
        }
        Workspace workspace = new Workspace(() -> new IndexProgress() {
            private volatile boolean enough;

            @Override
            public void done(int filesDone, int files) {
                enough = true;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        });
        workspace.folders(List.of(folder));
        long known = workspace.whole().files().count();
        assertTrue(known >= 50 && known < 300, String.valueOf(known));
        assertFalse(names(workspace.index()).isEmpty());
    }
}
