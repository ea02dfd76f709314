package org.poshremote.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.texteditor.ITextEditor;
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
    }

    private static void editor(String suffix) throws PartInitException {
        IWorkbenchPage page = Bench.page();
        Shell shell = page.getWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1400, 950);
        IFile file = Bench.file("prepare-web.ps1", SCRIPT);
        page.showView("org.eclipse.ui.views.ContentOutline");
        page.showView("org.eclipse.ui.views.ProblemView");
        ScriptTarget.set(file, Optional.of("web01"));
        ITextEditor editor = Bench.open(file);
        Bench.until("problems", () -> !Bench.markers(file, "org.poshremote.editor.problem").isEmpty());
        int at = SCRIPT.indexOf("Set-SiteFolder -Path");
        editor.selectAndReveal(at + 3, 0);
        editor.selectAndReveal(at + 3, 0);
        Bench.widget(editor).setTopIndex(0);
        editor.setFocus();
        Bench.wait(1500);
        Bench.picture(shell, "editor-" + suffix);
        page.closeAllEditors(false);
    }
}
