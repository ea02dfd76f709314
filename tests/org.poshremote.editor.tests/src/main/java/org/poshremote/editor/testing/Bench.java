package org.poshremote.editor.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;

/** What tests need of the workbench; they run in the UI thread. */
public final class Bench {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Bench() {
    }

    /** The page without Welcome and without editors. */
    public static IWorkbenchPage page() {
        PlatformUI.getWorkbench().getIntroManager().closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** Lets the workbench work until the condition holds; fails where it never does. */
    public static void until(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("waited for ever: " + what);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> {
                    // wakes the display to look at the condition again
                });
                display.sleep();
            }
        }
    }

    /** Lets the workbench work for a while, for pictures: what is drawn late, such as occurrences, has no sign of its own. */
    public static void wait(int milliseconds) {
        long from = System.nanoTime();
        until("drawn", () -> System.nanoTime() - from > milliseconds * 1_000_000L);
    }

    public static void settle() {
        while (Display.getCurrent().readAndDispatch()) {
            // as long as there is something
        }
    }

    public static IProject project() {
        try {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("scripts");
            if (!project.exists()) {
                project.create(null);
            }
            project.open(null);
            return project;
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    public static IFile file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static IFile file(String name, byte[] content) {
        try {
            IFile file = project().getFile(name);
            if (file.exists()) {
                file.setContents(new ByteArrayInputStream(content), true, false, null);
            } else {
                file.create(new ByteArrayInputStream(content), true, null);
            }
            return file;
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens as a double click does. */
    public static ITextEditor open(IFile file) {
        try {
            return (ITextEditor) IDE.openEditor(page(), file);
        } catch (PartInitException e) {
            throw new AssertionError(e);
        }
    }

    public static ITextEditor open(String name, String content) {
        return open(file(name, content));
    }

    /** Closes what is open, unsaved, and deletes the scripts. */
    public static void clear() {
        page().closeAllEditors(false);
        settle();
        try {
            project().delete(true, true, null);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    public static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    public static ITextViewer viewer(ITextEditor editor) {
        return editor.getAdapter(ITextViewer.class);
    }

    public static StyledText widget(ITextEditor editor) {
        return (StyledText) editor.getAdapter(Control.class);
    }

    /** The style of the first character of a piece of text. */
    public static StyleRange styleOf(ITextEditor editor, String text) {
        int at = document(editor).get().indexOf(text);
        return at < 0 ? null : widget(editor).getStyleRangeAtOffset(at);
    }

    public static List<IMarker> markers(IFile file, String type) {
        try {
            return Arrays.asList(file.findMarkers(type, true, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    /** Until the server has looked at the text as it is now. */
    public static void whenInspected(ITextEditor editor) {
        OpenScript script = OpenScripts.in(editor).orElseThrow();
        until("inspected", () -> script.lastProblems().filter(problems -> problems.getVersion() == null || problems.getVersion() == script.version()).isPresent());
        // the markers are written by a job
        boolean[] done = {false};
        WorkspaceJob after = new WorkspaceJob("after the markers") {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) {
                done[0] = true;
                return Status.OK_STATUS;
            }
        };
        after.setRule(ResourcesPlugin.getWorkspace().getRoot());
        after.schedule();
        until("markers are written", () -> done[0]);
    }

    /** Clicks the button with that text, without its mnemonic. */
    public static void check(Control in, String text) {
        if (in instanceof Button button && button.getText().replace("&", "").equals(text)) {
            button.setSelection(!button.getSelection());
            button.notifyListeners(SWT.Selection, new Event());
        } else if (in instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                check(child, text);
            }
        }
    }

    public static void theme(boolean dark) {
        PlatformUI.getWorkbench().getService(IThemeEngine.class)
            .setTheme(dark ? "org.eclipse.e4.ui.css.theme.e4_dark" : "org.eclipse.e4.ui.css.theme.e4_default", false);
        settle();
    }

    /** Writes what the shell shows into the folder of the system property {@code poshremote.images}. */
    public static void picture(Shell shell, String name) {
        shell.layout(true, true);
        shell.forceActive();
        shell.redraw();
        shell.update();
        wait(400);
        GC gc = new GC(shell);
        write(gc, shell.getDisplay(), new Rectangle(0, 0, shell.getClientArea().width, shell.getClientArea().height), name);
        gc.dispose();
    }

    /** The same with what floats above it, which would go away if it were touched. */
    public static void pictureOfAll(Shell shell, String name) {
        GC gc = new GC(shell.getDisplay());
        write(gc, shell.getDisplay(), shell.getBounds(), name);
        gc.dispose();
    }

    private static void write(GC gc, Display display, Rectangle part, String name) {
        Image image = new Image(display, part.width, part.height);
        gc.copyArea(image, part.x, part.y);
        Path file = Path.of(System.getProperty("poshremote.images", "target/images")).resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            image.dispose();
        }
    }

    /** Warnings and errors of the platform's log. */
    public static List<String> log() {
        Path file = Platform.getLogFileLocation().toPath();
        List<String> found = new ArrayList<>();
        try {
            Stream.of(Files.exists(file) ? Files.readString(file).split("(?m)^!ENTRY ") : new String[0]).filter(entry -> entry.matches("(?s)\\S+ [248] .*")).forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
