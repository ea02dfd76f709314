package org.poshremote.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.poshremote.editor.preferences.PreferencesTest;
import org.poshremote.editor.wizards.WizardsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.target.ScriptTarget;
import org.poshremote.editor.testing.Bench;

/** The editor and its dialogs in both themes, for the documentation; shows too that all of them open. */
class PicturesTest {
    private static final String SCRIPT = """
        #Requires -Version 5.1
        <#
        .SYNOPSIS
            Prepares a web server.
        #>
        [CmdletBinding()]
        param(
            [Parameter(Mandatory)]
            [string] $Site,
            [int] $Port = 8080
        )

        #region helpers
        function Set-SiteFolder {
            param([string] $Path, [switch] $Force)
            if (-not (Test-Path -LiteralPath $Path)) {
                New-Item -ItemType Directory -Path $Path -Force:$Force | Out-Null
            }
            return Get-Item -LiteralPath $Path
        }
        #endregion

        class Binding {
            [string] $Name
            [int] $Port
            [string] ToString() { return "$($this.Name):$($this.Port)" }
        }

        $root = Set-SiteFolder -Path "C:\\inetpub\\$Site"
        $bindings = @{ Name = $Site; Port = $Port; Enabled = $true }
        foreach ($service in gci $root.FullName) {
            Write-Verbose -Message "Found $($service.Name) at $(Get-Date -Format 's')"
        }
        $text = @'
        A text with $nothing in it
        '@
        try {
            Invoke-Command -ComputerName web01 -ScriptBlock { Restart-Service $name }
        } catch [System.Exception] {
            throw
        }
        """;

    @BeforeEach
    void prepare() {
        Bench.page();
    }

    @AfterEach
    void restore() {
        Bench.theme(false);
        Bench.clear();
        assertEquals(List.of(), Bench.log());
    }

    @Test
    void light() throws PartInitException {
        all("light", false);
    }

    @Test
    void dark() throws PartInitException {
        all("dark", true);
    }

    private static void all(String suffix, boolean dark) throws PartInitException {
        Bench.theme(dark);
        editor(suffix);
        completion(suffix);
        hover(suffix);
        wizard("org.poshremote.editor.newScript", "new-script-" + suffix);
        wizard("org.poshremote.editor.newModule", "new-module-" + suffix);
        preferences("org.poshremote.editor.preferences", "preferences-editor-" + suffix);
        preferences("org.poshremote.editor.rulesPreferences", "preferences-rules-" + suffix);
        preferences("org.poshremote.editor.formatPreferences", "preferences-format-" + suffix);
        preferences("org.poshremote.editor.templatePreferences", "preferences-templates-" + suffix);
        properties("org.poshremote.editor.targetProperty", "properties-target-" + suffix);
        properties("org.poshremote.editor.rulesProperties", "properties-rules-" + suffix);
    }

    private static Shell shell() {
        Shell shell = Bench.page().getWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1400, 950);
        return shell;
    }

    private static ITextEditor open() {
        IFile file = Bench.file("prepare-web.ps1", SCRIPT);
        ScriptTarget.set(file, Optional.of("web01"));
        ITextEditor editor = Bench.open(file);
        Bench.until("problems", () -> !Bench.markers(file, "org.poshremote.editor.problem").isEmpty());
        editor.setFocus();
        return editor;
    }

    private static void editor(String suffix) throws PartInitException {
        IWorkbenchPage page = Bench.page();
        page.showView("org.eclipse.ui.views.ContentOutline");
        page.showView("org.eclipse.ui.views.ProblemView");
        ITextEditor editor = open();
        editor.selectAndReveal(SCRIPT.indexOf("Set-SiteFolder -Path") + 3, 0);
        Bench.widget(editor).setTopIndex(0);
        ProjectionViewer viewer = (ProjectionViewer) Bench.viewer(editor);
        Bench.until("folds", () -> viewer.getProjectionAnnotationModel().getAnnotationIterator().hasNext());
        // the class is folded
        viewer.getProjectionAnnotationModel().getAnnotationIterator().forEachRemaining(fold -> {
            Position at = viewer.getProjectionAnnotationModel().getPosition(fold);
            if (at.getOffset() == SCRIPT.indexOf("class Binding")) {
                viewer.getProjectionAnnotationModel().collapse(fold);
            }
        });
        Bench.wait(1500);
        Bench.picture(shell(), "editor-" + suffix);
        page.closeAllEditors(false);
    }

    private static void completion(String suffix) {
        ITextEditor editor = open();
        IDocument document = Bench.document(editor);
        try {
            document.replace(SCRIPT.indexOf("$text = @'"), 0, "Get-C\n");
        } catch (BadLocationException e) {
            throw new AssertionError(e);
        }
        editor.selectAndReveal(SCRIPT.indexOf("$text = @'") + "Get-C".length(), 0);
        Bench.wait(500);
        ((ITextOperationTarget) Bench.viewer(editor)).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        // what stands beside the list comes a moment later
        Bench.until("the list is there", () -> Arrays.stream(shell().getDisplay().getShells()).filter(Shell::isVisible).count() >= 2);
        Bench.wait(2500);
        Bench.pictureOfAll(shell(), "completion-" + suffix);
        Bench.page().closeAllEditors(false);
        Bench.settle();
    }

    private static void hover(String suffix) {
        ITextEditor editor = open();
        editor.selectAndReveal(SCRIPT.indexOf("Get-Item -Lit") + 2, 0);
        Bench.wait(500);
        StyledText widget = Bench.widget(editor);
        Point at = widget.toDisplay(widget.getLocationAtOffset(widget.getCaretOffset()));
        // the pointer comes from elsewhere and rests there
        widget.getDisplay().setCursorLocation(at.x + 200, at.y + 60);
        Bench.wait(300);
        widget.getDisplay().setCursorLocation(at.x + 2, at.y + 6);
        Bench.wait(2500);
        Bench.pictureOfAll(shell(), "hover-" + suffix);
        Bench.page().closeAllEditors(false);
        Bench.settle();
    }

    private static void wizard(String id, String name) {
        WizardDialog dialog = WizardsTest.open(id, Bench.project());
        Bench.picture(dialog.getShell(), name);
        dialog.close();
    }

    private static void preferences(String id, String name) {
        PreferenceDialog dialog = PreferencesTest.open(id);
        dialog.getShell().setBounds(100, 50, 1000, 760);
        Bench.wait(1500);
        Bench.picture(dialog.getShell(), name);
        dialog.close();
    }

    private static void properties(String id, String name) {
        PreferenceDialog dialog = PreferencesUtil.createPropertyDialogOn(shell(), Bench.project(), id, null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        dialog.getShell().setBounds(100, 50, 900, 640);
        Bench.wait(1000);
        Bench.picture(dialog.getShell(), name);
        dialog.close();
    }
}
