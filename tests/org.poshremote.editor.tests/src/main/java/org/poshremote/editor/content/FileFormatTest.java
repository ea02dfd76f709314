package org.poshremote.editor.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.testing.Bench;

/** Encodings, byte order marks and line ends in real files and editors. */
class FileFormatTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @AfterEach
    void clear() {
        Bench.clear();
        assertEquals(List.of(), Bench.log());
    }

    private static byte[] bytes(IFile file) {
        try (InputStream in = file.getContents(true)) {
            return in.readAllBytes();
        } catch (IOException | CoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void encodingsAreFoundOutAndKeptWhenSaving() throws CoreException, BadLocationException {
        check("utf8.ps1", "'grün ✓'\r\n", StandardCharsets.UTF_8, "");
        check("utf8-mark.ps1", "'grün ✓'\r\n", StandardCharsets.UTF_8, "\ufeff");
        check("utf16le.ps1", "'grün ✓'\r\n", StandardCharsets.UTF_16LE, "\ufeff");
        check("utf16be.psm1", "'grün ✓'\n", StandardCharsets.UTF_16BE, "\ufeff");
        check("utf16-bare.psd1", "@{ Name = 'plain at first, then ✓' }\n", StandardCharsets.UTF_16LE, "");
        check("ansi.ps1", "'grün'\n", WINDOWS, "");
        check("ascii.ps1", "'green'\n", StandardCharsets.UTF_8, "");
    }

    private static void check(String name, String text, Charset charset, String mark) throws CoreException, BadLocationException {
        IFile file = Bench.file(name, (mark + text).getBytes(charset));
        ITextEditor editor = Bench.open(file);
        IDocument document = Bench.document(editor);
        assertEquals(text, document.get(), name);
        document.replace(0, 0, "# ä\n");
        editor.doSave(null);
        Bench.until(name + " is saved", () -> !editor.isDirty());
        assertArrayEquals((mark + "# ä\n" + text).getBytes(charset), bytes(file), name);
        if (!mark.isEmpty()) {
            assertNull(file.getCharset(false), name);
        }
    }

    @Test
    void encodingIsChangedAndTheEditorShowsIt() throws CoreException {
        IFile file = Bench.file("change.ps1", "'grün'\n".getBytes(WINDOWS));
        ITextEditor editor = Bench.open(file);
        assertNull(file.getCharset(false), "looking at a file changes nothing");
        rewrite(file, StandardCharsets.UTF_8, true);
        assertArrayEquals("\ufeff'grün'\n".getBytes(StandardCharsets.UTF_8), bytes(file));
        Bench.until("shown", () -> Bench.document(editor).get().equals("'grün'\n"));
        assertEquals(new FileFormat("UTF-8", true, FileFormat.LineEnds.LF), FileFormat.of(file, Bench.document(editor)));
        rewrite(file, StandardCharsets.UTF_16LE, true);
        assertArrayEquals("\ufeff'grün'\n".getBytes(StandardCharsets.UTF_16LE), bytes(file));
        Bench.until("shown", () -> Bench.document(editor).get().equals("'grün'\n"));
        rewrite(file, StandardCharsets.UTF_8, false);
        assertArrayEquals("'grün'\n".getBytes(StandardCharsets.UTF_8), bytes(file));
        Bench.until("shown", () -> Bench.document(editor).get().equals("'grün'\n") && !editor.isDirty());
        assertEquals("UTF-8, LF", FileFormatControl.words(FileFormat.of(file, Bench.document(editor))));
    }

    private static void rewrite(IFile file, Charset charset, boolean mark) {
        org.eclipse.core.runtime.jobs.Job job = FileFormat.rewrite(file, charset, mark);
        job.schedule();
        Bench.until("written", () -> job.getResult() != null);
        assertEquals(true, job.getResult().isOK(), () -> job.getResult().toString());
    }

    @Test
    void lineEndsAreToldAndChanged() {
        ITextEditor editor = Bench.open("ends.ps1", "a\r\nb\nc\r\n");
        IDocument document = Bench.document(editor);
        assertEquals(FileFormat.LineEnds.MIXED, FileFormat.LineEnds.of(document));
        FileFormat.LineEnds.CRLF.apply(document);
        assertEquals("a\r\nb\r\nc\r\n", document.get());
        FileFormat.LineEnds.LF.apply(document);
        assertEquals("a\nb\nc\n", document.get());
        assertEquals(FileFormat.LineEnds.LF, FileFormat.LineEnds.of(document));
        FileFormat.LineEnds.CRLF.apply(document);
        editor.doSave(null);
        Bench.until("saved", () -> !editor.isDirty());
    }

    @Test
    void bytesAreJudgedByTheirForm() {
        assertEquals(ScriptEncoding.ASCII, ScriptEncoding.of(new byte[0]));
        assertEquals(ScriptEncoding.UTF_8, ScriptEncoding.of("ä".getBytes(StandardCharsets.UTF_8)));
        // cut off in the middle of a character
        assertEquals(ScriptEncoding.UTF_8, ScriptEncoding.of(new byte[] {'a', (byte) 0xe2, (byte) 0x9c}));
        assertEquals(ScriptEncoding.CODE_PAGE, ScriptEncoding.of(new byte[] {'a', (byte) 0xe4, 'b'}));
        assertEquals(ScriptEncoding.CODE_PAGE, ScriptEncoding.of(new byte[] {(byte) 0xc0, (byte) 0x80}));
        assertEquals(ScriptEncoding.UTF_8_MARK, ScriptEncoding.of(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}));
    }
}
