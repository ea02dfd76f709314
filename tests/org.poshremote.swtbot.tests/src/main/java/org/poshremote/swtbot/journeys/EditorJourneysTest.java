package org.poshremote.swtbot.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swtbot.eclipse.finder.widgets.SWTBotEclipseEditor;
import org.eclipse.swtbot.swt.finder.junit5.SWTBotJunit5Extension;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.poshremote.swtbot.testing.ConsoleLink;
import org.poshremote.swtbot.testing.Ide;
import org.poshremote.swtbot.testing.Lens;
import org.poshremote.swtbot.testing.Node;
import org.poshremote.swtbot.testing.TargetSteps;

/** Writing a script where LSP4E talks to the language server. */
@ExtendWith(SWTBotJunit5Extension.class)
class EditorJourneysTest {
    private static final String NANO = "Nano Server, Technical Preview 3";

    private final Ide ide = new Ide();
    private final TargetSteps targets = new TargetSteps(ide);

    @AfterEach
    void tidy() {
        ide.tidy();
        targets.deleteAll();
        Ide.assertLogClean();
    }

    @Test
    void aCommandIsCompleted() {
        SWTBotEclipseEditor editor = ide.open(ide.script("complete.ps1", "# what is there", ""));
        editor.navigateTo(1, 0);
        editor.autoCompleteProposal("Get-ChildI", "Get-ChildItem");
        ide.until("the command stands there", () -> editor.getTextOnLine(1).startsWith("Get-ChildItem"));
    }

    @Test
    void aVariableIsRenamedEverywhere() {
        // by the dialog, since renaming in place ends with keys that need a window manager
        InstanceScope.INSTANCE.getNode("org.eclipse.lsp4e").putBoolean("org.eclipse.lsp4e.inlineRename", false);
        SWTBotEclipseEditor editor = ide.open(ide.script("rename.ps1", "$path = 'C:\\Windows'", "Get-ChildItem $path", "Write-Output \"in $path\""));
        editor.navigateTo(1, 16);
        editor.contextMenu("Refactorings").menu("Rename").click();
        SWTBotShell dialog = ide.bot.shell("Rename").activate();
        dialog.bot().textWithLabel("New name:").setText("folder");
        dialog.bot().button("OK").click();
        ide.until("all three are renamed", () -> editor.getText().equals("$folder = 'C:\\Windows'\nGet-ChildItem $folder\nWrite-Output \"in $folder\"\n"));
    }

    @Test
    void aProblemIsFixed() throws CoreException {
        IFile script = ide.script("fix.ps1", "gci C:\\Windows");
        SWTBotEclipseEditor editor = ide.open(script);
        ide.until("the alias is reported", () -> !ide.problems(script).isEmpty());
        IMarker problem = ide.problems(script).getFirst();
        assertEquals("org.eclipse.lsp4e.diagnostic", problem.getType());
        editor.navigateTo(0, 1);
        List<String> fixes = editor.getQuickFixes();
        String fix = fixes.stream().filter(each -> each.contains("Get-ChildItem")).findFirst().orElseThrow(() -> new AssertionError(fixes));
        editor.quickfix(fix);
        ide.until("the alias is replaced", () -> editor.getText().startsWith("Get-ChildItem C:"));
        ide.until("nothing is reported any more", () -> ide.problems(script).isEmpty());
    }

    @Test
    void aTargetChangesWhatIsAProblem() {
        targets.create("small", "small.example", NANO);
        IFile script = ide.script("types.ps1", "Add-Type -TypeDefinition 'class A { }'", "gci");
        ide.open(script);
        ide.until("the alias is reported", () -> !ide.problems(script).isEmpty());
        assertTrue(ide.problems(script).stream().noneMatch(problem -> problem.getAttribute(IMarker.LINE_NUMBER, 0) == 1), ide.problems(script).toString());
        ide.setTarget(script, "small");
        ide.until("what the node cannot do is reported", () -> ide.problems(script).stream().anyMatch(problem -> problem.getAttribute(IMarker.LINE_NUMBER, 0) == 1));
        ide.picture("journey-target");
    }

    @Test
    void aScriptRunsOnATargetOfTheMenu() {
        try (Node node = new Node()) {
            targets.create("lab", node.host(), node.port(), node.user(), node.password());
            SWTBotEclipseEditor editor = ide.open(ide.script("hello.ps1", "Write-Output 'Hello'"));
            editor.contextMenu("Run on").menu("lab").click();
            ide.until("the run ends", () -> ide.console().contains("# Exit code 0"));
            assertTrue(ide.console().contains("# lab, "), ide.console());
        }
    }

    @Test
    void aFunctionRunsByTheLensAboveIt() {
        try (Node node = new Node()) {
            targets.create("lab", node.host(), node.port(), node.user(), node.password());
            targets.create("small", "small.example", NANO);
            IFile script = ide.script("lens.ps1", "'Hello from the script'", "", "function Get-Greeting {", "    'Hello from the lens'", "}", "", "Get-Greeting");
            SWTBotEclipseEditor editor = ide.open(script);
            ide.setTarget(script, "lab");
            new Lens(ide, editor, 2).click();
            ide.until("the run ends", () -> ide.console().contains("# Exit code 0"));
            assertTrue(ide.console().contains("# lab, "), ide.console());
            assertTrue(ide.console().contains("Hello from the lens") && !ide.console().contains("Hello from the script"), ide.console());
            ide.picture("journey-lens");
        }
    }

    @Test
    void anErrorOfARunLeadsToItsLine() {
        try (Node node = new Node()) {
            targets.create("lab", node.host(), node.port(), node.user(), node.password());
            SWTBotEclipseEditor editor = ide.open(ide.script("wrong.ps1", "Write-Output 'first'", "", "throw 'no good'"));
            editor.contextMenu("Run on").menu("lab").click();
            ide.until("the run ends", () -> ide.console().contains("# Exit code 1"));
            ide.bot.closeAllEditors();
            ConsoleLink.click(ide, "line:3 char:1");
            ide.until("the editor shows the line", () -> ide.bot.activeEditor().getTitle().equals("wrong.ps1")
                && ide.bot.activeEditor().toTextEditor().cursorPosition().line == 2);
            ide.picture("journey-link");
        }
    }
}
