package org.poshremote.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.core.runtime.Platform;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.poshremote.editor.declaration.ScriptHyperlinks;
import org.poshremote.editor.document.OpenScripts;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.testing.Bench;

/** Content type, colours, problems and fixes in a real editor. */
class EditorTest {
    private static final String PROBLEM = "org.poshremote.editor.problem";

    @AfterEach
    void clear() {
        Bench.clear();
        assertEquals(List.of(), Bench.log());
    }

    @Test
    void scriptsAreOurTypeInTheGenericEditor() {
        IContentType powershell = Platform.getContentTypeManager().getContentType("org.poshremote.editor.powershell");
        for (String name : List.of("a.ps1", "a.psm1", "a.psd1", "a.pssc", "a.psrc", "A.PS1")) {
            IContentType type = Platform.getContentTypeManager().findContentTypeFor(name);
            assertNotNull(type, name);
            assertTrue(type.isKindOf(powershell), name);
        }
        assertEquals("org.poshremote.editor.cdxml", Platform.getContentTypeManager().findContentTypeFor("a.cdxml").getId());
        ITextEditor editor = Bench.open("a.ps1", "Get-Date\n");
        assertEquals("org.eclipse.ui.genericeditor.GenericEditor", editor.getEditorSite().getId());
    }

    @Test
    void colouredAtOnceAndAgainByMeaning() throws BadLocationException {
        ITextEditor editor = Bench.open("colours.ps1", "if ($true) { 'text' } # note\n$x = 'a\nb'\nGet-Date\n");
        // before the event loop ran once: nothing but the characters can have told
        assertNotNull(Bench.styleOf(editor, "if"));
        assertNotNull(Bench.styleOf(editor, "# note"));
        assertNotNull(Bench.styleOf(editor, "b'"), "a string of two lines");
        IDocument document = Bench.document(editor);
        document.replace(0, 0, "<#\n");
        assertEquals(Bench.styleOf(editor, "<#").foreground, Bench.styleOf(editor, "if").foreground, "everything is a comment now");
        document.replace(3, 0, "#>");
        assertTrue(!Bench.styleOf(editor, "<#").foreground.equals(Bench.styleOf(editor, "Get-Date").foreground));
        Bench.settle();
    }

    @Test
    void coloursAfterManyEditsAreThoseOfTheTextOpenedAnew() throws BadLocationException {
        String line = "function Get-Thing$i { param([string] $Name) if ($Name -eq 'x') { Write-Output \"a $Name\" } } # done\n";
        ITextEditor edited = Bench.open("edited.ps1", line.repeat(300));
        IDocument document = Bench.document(edited);
        Bench.whenInspected(edited);
        Random random = new Random(4711);
        List<String> pieces = List.of("<#\n", "\n#>\n", "$x = 'a\n", "\n\n", "gci | % { $_ }\n", "class A {\n [int] $B\n}\n", "\"", "}");
        for (int i = 0; i < 60; i++) {
            int at = document.getLineOffset(random.nextInt(document.getNumberOfLines()));
            if (random.nextInt(3) == 0) {
                document.replace(at, Math.min(random.nextInt(200), document.getLength() - at), "");
            } else {
                document.replace(at, 0, pieces.get(random.nextInt(pieces.size())));
            }
            if (random.nextInt(4) == 0) {
                Bench.wait(random.nextInt(400));
            }
        }
        ITextEditor anew = Bench.open("anew.ps1", document.get());
        Bench.whenInspected(edited);
        Bench.whenInspected(anew);
        // colours by meaning come to the two at different times
        Bench.wait(1_000);
        Bench.until("the same", () -> colours(edited).equals(colours(anew)));
    }

    /** Of each character. */
    private static List<RGB> colours(ITextEditor editor) {
        StyledText widget = Bench.widget(editor);
        RGB[] colours = new RGB[widget.getCharCount()];
        Arrays.fill(colours, new RGB(0, 0, 0));
        for (StyleRange range : widget.getStyleRanges()) {
            if (range.foreground != null) {
                Arrays.fill(colours, range.start, range.start + range.length, range.foreground.getRGB());
            }
        }
        return Arrays.asList(colours);
    }

    @Test
    void problemsComeAndGoAndAreFixed() throws BadLocationException {
        IFile file = Bench.file("problem.ps1", "function Get-Thing {\n    gci | % { $_ }\n");
        ITextEditor editor = Bench.open(file);
        Bench.until("the missing brace is told", () -> Bench.markers(file, PROBLEM).stream().anyMatch(m -> m.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR));
        IDocument document = Bench.document(editor);
        document.replace(document.getLength(), 0, "}\n");
        Bench.until("it is gone", () -> Bench.markers(file, PROBLEM).stream().noneMatch(m -> m.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR));
        Bench.until("aliases have a fix", () -> fix(file, "gci") != null);
        fix(file, "gci").run(Bench.markers(file, PROBLEM).getFirst());
        Bench.until("the fix is done", () -> document.get().contains("Get-ChildItem"));
    }

    @Test
    void outlineFoldsOccurrencesAndDeclaration() {
        ITextEditor editor = Bench.open("outline.ps1", "function Get-Thing {\n    1\n}\nGet-Thing\n");
        Bench.until("open at the server", () -> OpenScripts.in(editor).isPresent());
        IContentOutlinePage outline = editor.getAdapter(IContentOutlinePage.class);
        Shell shell = new Shell();
        outline.createControl(shell);
        Bench.until("the function is in the outline", () -> ((Tree) outline.getControl()).getItemCount() == 1);
        assertEquals("Get-Thing", ((Tree) outline.getControl()).getItem(0).getText());
        shell.dispose();
        ProjectionAnnotationModel folds = ((ProjectionViewer) Bench.viewer(editor)).getProjectionAnnotationModel();
        Bench.until("the function folds", () -> folds.getAnnotationIterator().hasNext());
        editor.selectAndReveal(30, 0);
        Bench.until("both names are marked", () -> occurrences(editor) == 2);
        IHyperlink[] links = new ScriptHyperlinks().detectHyperlinks(Bench.viewer(editor), new Region(30, 0), false);
        links[0].open();
        Bench.until("at the declaration", () -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset() < 20);
    }

    private static long occurrences(ITextEditor editor) {
        int count = 0;
        Iterator<Annotation> all = ((ISourceViewer) Bench.viewer(editor)).getAnnotationModel().getAnnotationIterator();
        while (all.hasNext()) {
            count += all.next().getType().equals("org.eclipse.ui.genericeditor.text") ? 1 : 0;
        }
        return count;
    }

    @Test
    void typingClosesBracketsAndIndents() {
        ITextEditor editor = Bench.open("typing.ps1", "");
        StyledText widget = Bench.widget(editor);
        for (String typed : List.of("i", "f", "(", "'", "x", "'", ")", " ", "{", "\n", "y")) {
            Point at = widget.getSelection();
            widget.replaceTextRange(at.x, 0, typed);
            if (widget.getCaretOffset() == at.x) {
                widget.setCaretOffset(at.x + 1);
            }
        }
        assertEquals("if('x') {\n    y\n}", Bench.document(editor).get().replace("\r", ""));
    }

    private static IMarkerResolution fix(IFile file, String about) {
        for (IMarker marker : Bench.markers(file, PROBLEM)) {
            if (marker.getAttribute(IMarker.MESSAGE, "").contains(about)) {
                for (IMarkerResolution resolution : IDE.getMarkerHelpRegistry().getResolutions(marker)) {
                    return resolution;
                }
            }
        }
        return null;
    }
}
