package org.poshremote.editor.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.templates.ScriptTemplates;
import org.poshremote.editor.testing.Bench;

/** New scripts and modules from templates, as the person makes them. */
public class WizardsTest {
    @AfterEach
    void clear() {
        Bench.clear();
        assertEquals(List.of(), Bench.log());
    }

    /** The dialog, open. */
    public static WizardDialog open(String id, IProject project) {
        try {
            IWorkbenchWizard wizard = PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id).createWizard();
            wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(project));
            WizardDialog dialog = new WizardDialog(Bench.page().getWorkbenchWindow().getShell(), wizard);
            dialog.setBlockOnOpen(false);
            dialog.open();
            return dialog;
        } catch (org.eclipse.core.runtime.CoreException e) {
            throw new AssertionError(e);
        }
    }

    private static <T extends Control> List<T> all(Composite in, Class<T> type) {
        List<T> found = new java.util.ArrayList<>();
        for (Control child : in.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            } else if (child instanceof Composite composite) {
                found.addAll(all(composite, type));
            }
        }
        return found;
    }

    private static void finish(WizardDialog dialog) {
        assertTrue(dialog.getCurrentPage().getWizard().performFinish());
        dialog.close();
    }

    @Test
    void everyTemplateMakesAScriptWithoutMistakes() {
        List<Template> templates = ScriptTemplates.get().of(ScriptTemplates.NEW_SCRIPT);
        assertTrue(templates.size() >= 6, () -> templates.toString());
        for (int i = 0; i < templates.size(); i++) {
            String name = "made" + i + ".ps1";
            WizardDialog dialog = open("org.poshremote.editor.newScript", Bench.project());
            NewScriptPage page = (NewScriptPage) dialog.getCurrentPage();
            page.setFileName(name);
            Combo choice = all((Composite) page.getControl(), Combo.class).getLast();
            choice.select(i);
            finish(dialog);
            IFile file = Bench.project().getFile(name);
            ITextEditor editor = (ITextEditor) Bench.page().getActiveEditor();
            assertEquals(name, editor.getTitle());
            assertFalse(Bench.document(editor).get().contains("${name}"), Bench.document(editor).get());
            Bench.whenInspected(editor);
            assertEquals(List.of(), Bench.markers(file, "org.poshremote.editor.problem").stream()
                .filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR).map(marker -> marker.getAttribute(IMarker.MESSAGE, "")).toList(), templates.get(i).getName());
        }
    }

    @Test
    void theScriptForSetupCompleteImportsByPath() {
        Template template = ScriptTemplates.get().of(ScriptTemplates.NEW_SCRIPT).stream().filter(each -> each.getName().contains("SetupComplete")).findFirst().orElseThrow();
        String text = ScriptTemplates.get().text(template, java.util.Map.of("name", "first-start"));
        assertTrue(text.contains("Import-Module $manifest"), text);
        assertTrue(text.contains("'C:\\Windows\\Setup\\Scripts\\first-start.ps1'"), text);
    }

    @Test
    void aModuleIsAFolderWithScriptAndManifest() {
        WizardDialog dialog = open("org.poshremote.editor.newModule", Bench.project());
        NewModulePage page = (NewModulePage) dialog.getCurrentPage();
        assertFalse(page.isPageComplete());
        List<Text> texts = all((Composite) page.getControl(), Text.class);
        texts.get(1).setText("Site.Tools");
        texts.get(2).setText("Site");
        texts.get(3).setText("What O'Brien needs");
        assertTrue(page.isPageComplete());
        finish(dialog);
        IEditorPart editor = Bench.page().getActiveEditor();
        assertEquals("Site.Tools.psm1", editor.getTitle());
        assertTrue(Bench.document((ITextEditor) editor).get().contains("function Get-Site {"));
        IFile manifest = Bench.project().getFile("Site.Tools/Site.Tools.psd1");
        ITextEditor shown = Bench.open(manifest);
        String text = Bench.document(shown).get();
        assertTrue(text.contains("RootModule = 'Site.Tools.psm1'"), text);
        assertTrue(text.contains("What O''Brien needs"), text);
        assertTrue(text.matches("(?s).*GUID = '[0-9a-f-]{36}'.*"), text);
        Bench.whenInspected(shown);
        assertEquals(0, Bench.markers(manifest, "org.poshremote.editor.problem").stream().filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR).count());
        WizardDialog again = open("org.poshremote.editor.newModule", Bench.project());
        texts = all((Composite) again.getCurrentPage().getControl(), Text.class);
        texts.get(1).setText("Site.Tools");
        texts.get(2).setText("Site");
        assertFalse(again.getCurrentPage().isPageComplete(), "it exists");
        again.close();
    }
}
