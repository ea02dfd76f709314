package org.poshremote.editor.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.testing.Bench;

/** Formatting by the server that comes with the editor. */
class FormattingTest {
    @AfterEach
    void clear() {
        EditorPlugin.get().getPreferenceStore().setToDefault(FormatOnSave.PREFERENCE);
        Bench.clear();
        assertEquals(List.of(), Bench.log());
    }

    private static void format() throws CommandException {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.poshremote.editor.format", null);
    }

    @Test
    void aScriptIsLaidOutWithBlanksWhereItHasSome() throws CommandException {
        ITextEditor editor = Bench.open("a.ps1", "IF($a)\n{\n  get-item x|sort-object Name\n}\n");
        editor.selectAndReveal(0, 0);
        format();
        Bench.until("formatted", () -> Bench.document(editor).get().equals("if ($a) {\n    Get-Item x | Sort-Object Name\n}\n"));
    }

    @Test
    void whatIsSelectedIsLaidOutAlone() throws CommandException {
        ITextEditor editor = Bench.open("b.ps1", "$a=1\n$b=2\n$c=3\n");
        editor.selectAndReveal(5, 4);
        format();
        Bench.until("formatted", () -> Bench.document(editor).get().equals("$a=1\n$b = 2\n$c=3\n"));
    }

    @Test
    void aScriptIsLaidOutWhenItIsSavedAndKeepsItsLineEnds() throws CoreException, IOException {
        EditorPlugin.get().getPreferenceStore().setValue(FormatOnSave.PREFERENCE, true);
        IFile file = Bench.file("c.ps1", "if($a){\r\n  $b=0\r\n}\r\n");
        ITextEditor editor = Bench.open(file);
        Bench.document(editor).set("if($a){\r\n  $b=1\r\n}\r\n");
        editor.doSave(null);
        Bench.until("formatted and saved", () -> Bench.document(editor).get().equals("if ($a) {\r\n    $b = 1\r\n}\r\n") && !editor.isDirty());
        try (var in = file.getContents()) {
            assertEquals("if ($a) {\r\n    $b = 1\r\n}\r\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
