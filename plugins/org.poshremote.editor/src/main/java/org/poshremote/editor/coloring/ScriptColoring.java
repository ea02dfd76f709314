package org.poshremote.editor.coloring;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.poshremote.editor.common.Help;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.server.ScriptServer;

/** Colours a viewer: at once by the characters, then by the meaning that the server gives them. In the UI thread. */
public final class ScriptColoring implements IPresentationReconciler {
    /** So many lines are coloured before the UI thread does something else. */
    private static final int AT_ONCE = 200;

    private ITextViewer viewer;
    private IDocument document;
    private LexicalColors lexical;
    /** Of the text as it is; none while it changes. */
    private SemanticColors semantic = SemanticColors.NONE;
    /** The last ones, which lines that did not change still show. */
    private SemanticColors lastTokens = SemanticColors.NONE;
    private final Repaint repaint = new Repaint();
    private Optional<OpenScript> script = Optional.empty();
    private int round;
    /** A painting of everything is under way, and has come to this line. */
    private boolean painting;
    private int paintedTo;

    private final ITextListener texts = this::textChanged;
    private final IPropertyChangeListener themes = event -> {
        if (event.getProperty().startsWith("org.poshremote.editor.") || event.getProperty().equals(IThemeManager.CHANGE_CURRENT_THEME)) {
            paintAll();
        }
    };
    private final OpenScript.Listener meaning = new OpenScript.Listener() {
        @Override
        public void settled() {
            ask();
        }
    };
    private final ITextInputListener input = new ITextInputListener() {
        @Override
        public void inputDocumentAboutToBeChanged(IDocument old, IDocument next) {
            leave();
        }

        @Override
        public void inputDocumentChanged(IDocument old, IDocument next) {
            enter(next);
        }
    };

    /** Colours a viewer that is no editor, for as long as it is there. */
    public static void plain(TextViewer viewer) {
        ScriptColoring coloring = new ScriptColoring();
        coloring.install(viewer);
        viewer.getTextWidget().addDisposeListener(event -> coloring.uninstall());
    }

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        viewer.addTextInputListener(input);
        viewer.addTextListener(texts);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
        enter(viewer.getDocument());
        help();
    }

    /** Later: the platform sets its own for all text editors when this one is ready. */
    private void help() {
        Ui.later(() -> {
            if (viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed()) {
                PlatformUI.getWorkbench().getHelpSystem().setHelp(viewer.getTextWidget(), Help.EDITOR);
            }
        });
    }

    @Override
    public void uninstall() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes);
        viewer.removeTextInputListener(input);
        viewer.removeTextListener(texts);
        leave();
    }

    private void enter(IDocument next) {
        if (next != null) {
            document = next;
            lexical = new LexicalColors(next);
            semantic = SemanticColors.NONE;
            lastTokens = SemanticColors.NONE;
            repaint.none();
            paintAll();
            script = OpenScripts.connect(next);
            script.ifPresent(open -> {
                open.addListener(meaning);
                open.refresh();
            });
        }
    }

    private void leave() {
        round++;
        script.ifPresent(open -> {
            open.removeListener(meaning);
            OpenScripts.disconnect(open.document());
        });
        script = Optional.empty();
        document = null;
    }

    private void ask() {
        script.ifPresent(open -> open.whenAnswered(ScriptServer.get().askIf(capabilities -> capabilities.getSemanticTokensProvider() != null,
            server -> server.getTextDocumentService().semanticTokensFull(new SemanticTokensParams(open.id()))), tokens -> {
                List<String> types = ScriptServer.get().capabilities().map(can -> can.getSemanticTokensProvider().getLegend().getTokenTypes()).orElse(List.of());
                if (document == open.document()) {
                    answered(SemanticColors.of(tokens.getData(), types));
                }
            }));
    }

    private void answered(SemanticColors tokens) {
        SemanticColors before = lastTokens;
        semantic = tokens;
        lastTokens = tokens;
        BitSet lines = new BitSet();
        for (int line = 0; line < document.getNumberOfLines(); line++) {
            lines.set(line, repaint.wants(line, before, tokens));
        }
        repaint.none();
        if (lines.cardinality() > AT_ONCE) {
            paintAll();
        } else {
            for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(lines.nextClearBit(line))) {
                paint(line, lines.nextClearBit(line) - 1);
            }
        }
    }

    private void textChanged(TextEvent event) {
        if (document == null) {
            return;
        }
        DocumentEvent change = event.getDocumentEvent();
        if (change == null) {
            if (event.getViewerRedrawState()) {
                paintAll();
            }
            return;
        }
        try {
            int line = document.getLineOfOffset(Math.min(change.getOffset(), document.getLength()));
            int inserted = document.computeNumberOfLines(change.getText() == null ? "" : change.getText());
            int before = document.getNumberOfLines();
            int more = before - lexical.lines();
            int last = lexical.changed(line, inserted);
            repaint.changed(line, Math.max(last, line + inserted), more);
            // the tokens of the server are of the text before; other lines keep their colours until it answers
            semantic = SemanticColors.NONE;
            if (!event.getViewerRedrawState()) {
                repaint.all();
            } else {
                paint(line, Math.min(Math.max(last, line + inserted), Math.min(line + AT_ONCE, before - 1)));
                if (painting) {
                    // what moved stays in its turn
                    paintedTo = Math.min(line < paintedTo ? Math.max(line, paintedTo + more) : paintedTo, last > line + AT_ONCE ? line + AT_ONCE : Integer.MAX_VALUE);
                } else if (last > line + AT_ONCE) {
                    paintFrom(line + AT_ONCE);
                }
            }
        } catch (BadLocationException e) {
            paintAll();
        }
    }

    private void paintAll() {
        if (document == null || viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
            return;
        }
        if (semantic == SemanticColors.NONE) {
            repaint.all();
        }
        int top = Math.max(0, viewer.getTopIndex());
        paint(top, Math.min(top + AT_ONCE / 2, document.getNumberOfLines() - 1));
        paintFrom(0);
    }

    /** Piece by piece, each in a turn of its own of the event loop. */
    private void paintFrom(int line) {
        paintedTo = line;
        painting = true;
        int now = ++round;
        Ui.later(() -> paintPiece(now));
    }

    /** Unless something newer began meanwhile. */
    private void paintPiece(int of) {
        if (of != round || document == null || viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
            return;
        }
        int last = Math.min(paintedTo + AT_ONCE, document.getNumberOfLines()) - 1;
        if (semantic == SemanticColors.NONE) {
            repaint.changed(paintedTo, last, 0);
        }
        paint(paintedTo, last);
        paintedTo = last + 1;
        painting = paintedTo < document.getNumberOfLines();
        if (painting) {
            Ui.later(() -> paintPiece(of));
        }
    }

    private void paint(int first, int last) {
        try {
            int start = document.getLineOffset(first);
            IRegion end = document.getLineInformation(Math.max(first, last));
            int length = end.getOffset() + end.getLength() - start;
            if (length == 0 || !shown(start, length)) {
                return;
            }
            Map<Shade, StyleRange> styles = styles();
            TextPresentation presentation = new TextPresentation(new Region(start, length), 1000);
            presentation.setDefaultStyleRange(new StyleRange(start, length, null, null));
            for (int line = first; line <= Math.max(first, last); line++) {
                int offset = document.getLineOffset(line);
                int lineLength = document.getLineInformation(line).getLength();
                for (LineLexer.Piece piece : semantic.over(lexical.pieces(line), line)) {
                    int stop = Math.min(piece.end(), lineLength);
                    if (piece.start() < stop) {
                        StyleRange style = (StyleRange) styles.get(piece.shade()).clone();
                        style.start = offset + piece.start();
                        style.length = stop - piece.start();
                        presentation.addStyleRange(style);
                    }
                }
            }
            viewer.changeTextPresentation(presentation, false);
        } catch (BadLocationException e) { // the document is shorter by now, and painted again for that
            round++;
            painting = false;
            repaint.all();
        }
    }

    private boolean shown(int start, int length) {
        return !(viewer instanceof ITextViewerExtension5 folded) || folded.modelRange2WidgetRange(new Region(start, length)) != null;
    }

    private static Map<Shade, StyleRange> styles() {
        ColorRegistry colors = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        Map<Shade, StyleRange> styles = new java.util.EnumMap<>(Shade.class);
        for (Shade shade : Shade.values()) {
            styles.put(shade, new StyleRange(0, 0, colors.get(shade.colorId()), null, shade == Shade.KEYWORD ? SWT.BOLD : SWT.NORMAL));
        }
        return styles;
    }

    @Override
    public IPresentationDamager getDamager(String contentType) {
        return null; // lines are painted as a whole
    }

    @Override
    public IPresentationRepairer getRepairer(String contentType) {
        return null;
    }
}
