package org.poshremote.editor.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.document.WorkspaceEdits;
import org.poshremote.editor.outline.SymbolImages;
import org.poshremote.editor.server.ScriptServer;
import org.poshremote.editor.text.Html;
import org.poshremote.editor.text.PopUps;

/** One item of the server: what is written for it, and the places to fill in after that. */
final class ScriptProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3, ICompletionProposalExtension5, ICompletionProposalExtension6 {
    private static final long PATIENCE_SECONDS = 2;

    private final CompletionItem item;
    private final int start;
    /** What the edit replaces behind the caret. */
    private final int behind;
    private Point selection;

    ScriptProposal(CompletionItem item, IDocument document, int offset) {
        this.item = item;
        Optional<Range> range = Optional.ofNullable(item.getTextEdit()).map(edit -> edit.isLeft() ? edit.getLeft().getRange() : edit.getRight().getReplace());
        start = range.map(r -> Positions.offset(document, r.getStart())).orElseGet(() -> nameStart(document, offset));
        behind = range.map(r -> Math.max(0, Positions.offset(document, r.getEnd()) - offset)).orElse(0);
    }

    private static int nameStart(IDocument document, int offset) {
        return Positions.name(document, offset).filter(name -> name.getOffset() < offset).map(name -> name.getOffset()).orElse(offset);
    }

    private String written() {
        if (item.getTextEdit() != null) {
            return item.getTextEdit().isLeft() ? item.getTextEdit().getLeft().getNewText() : item.getTextEdit().getRight().getNewText();
        }
        return item.getInsertText() != null ? item.getInsertText() : item.getLabel();
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        try {
            String typed = offset < start ? "" : document.get(start, offset - start).toLowerCase(Locale.ROOT);
            String name = (item.getFilterText() != null ? item.getFilterText() : item.getLabel()).toLowerCase(Locale.ROOT);
            return offset >= start && inOrder(typed, name);
        } catch (BadLocationException e) {
            return false;
        }
    }

    /** All characters in their order, the first at the beginning: "gci" finds "Get-ChildItem". */
    private static boolean inOrder(String typed, String name) {
        if (typed.isEmpty()) {
            return true;
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < typed.length(); i++) {
            if (name.charAt(i) == typed.charAt(at)) {
                at++;
            } else if (i == 0) {
                return false;
            }
        }
        return at == typed.length();
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        IDocument document = viewer.getDocument();
        Snippet snippet = item.getInsertTextFormat() == InsertTextFormat.Snippet ? Snippet.of(indented(document, written())) : new Snippet(written(), List.of());
        try {
            document.replace(start, Math.min(offset + behind, document.getLength()) - start, snippet.text());
            selection = new Point(start + snippet.text().length(), 0);
            if (!snippet.places().isEmpty()) {
                fillIn(viewer, document, snippet);
            }
            if (item.getAdditionalTextEdits() != null && !item.getAdditionalTextEdits().isEmpty()) {
                WorkspaceEdits.apply(document, item.getAdditionalTextEdits());
            }
        } catch (BadLocationException e) {
            EditorPlugin.log(item.getLabel(), e);
        }
    }

    /** Further lines begin where the first does. */
    private String indented(IDocument document, String text) {
        try {
            int line = document.getLineOffset(document.getLineOfOffset(start));
            String before = document.get(line, start - line);
            String indent = before.substring(0, before.length() - before.stripLeading().length());
            String delimiter = Optional.ofNullable(document.getLineDelimiter(0)).orElse(System.lineSeparator());
            return text.replace("\r\n", "\n").replace("\n", delimiter + indent);
        } catch (BadLocationException e) {
            return text;
        }
    }

    private void fillIn(ITextViewer viewer, IDocument document, Snippet snippet) throws BadLocationException {
        LinkedModeModel model = new LinkedModeModel();
        List<Integer> numbers = snippet.places().stream().map(Snippet.Place::number).distinct().sorted().toList();
        int exit = snippet.places().stream().filter(place -> place.number() == 0).findFirst().map(place -> start + place.start()).orElse(start + snippet.text().length());
        boolean any = false;
        for (int number : numbers) {
            if (number > 0) {
                LinkedPositionGroup group = new LinkedPositionGroup();
                List<Snippet.Place> same = new ArrayList<>(snippet.places().stream().filter(place -> place.number() == number).toList());
                String text = document.get(start + same.getFirst().start(), same.getFirst().length());
                for (Snippet.Place place : same) {
                    // only equal texts can be linked (LinkedPositionGroup)
                    if (document.get(start + place.start(), place.length()).equals(text)) {
                        group.addPosition(new LinkedPosition(document, start + place.start(), place.length(), number));
                    }
                }
                model.addGroup(group);
                any = true;
            }
        }
        if (!any) {
            selection = new Point(exit, 0);
            return;
        }
        model.forceInstall();
        LinkedModeUI ui = new LinkedModeUI(model, viewer);
        ui.setExitPosition(viewer, exit, 0, Integer.MAX_VALUE);
        ui.enter();
        selection = new Point(ui.getSelectedRegion().getOffset(), ui.getSelectedRegion().getLength());
    }

    @Override
    public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        CompletionItem resolved = Ui.here() ? item : resolved();
        StringBuilder html = new StringBuilder();
        if (resolved.getDetail() != null && !resolved.getDetail().isBlank()) {
            html.append("<pre>").append(Html.escape(resolved.getDetail())).append("</pre>");
        }
        html.append(Html.of(resolved.getDocumentation()));
        return html.isEmpty() ? null : Html.page(html.toString());
    }

    /** In the thread that the platform has for it. */
    private CompletionItem resolved() {
        try {
            return ScriptServer.get().askIf(capabilities -> Optional.ofNullable(capabilities.getCompletionProvider()).map(CompletionOptions::getResolveProvider).orElse(false),
                server -> server.getTextDocumentService().resolveCompletionItem(item)).get(PATIENCE_SECONDS, TimeUnit.SECONDS).orElse(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return item;
        } catch (ExecutionException | TimeoutException e) {
            return item; // shown without
        }
    }

    @Override
    public String getAdditionalProposalInfo() {
        return (String) getAdditionalProposalInfo(null);
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return PopUps.CREATOR;
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString text = new StyledString(item.getLabel());
        if (item.getLabelDetails() != null && item.getLabelDetails().getDetail() != null) {
            text.append(item.getLabelDetails().getDetail(), StyledString.DECORATIONS_STYLER);
        }
        return text;
    }

    @Override
    public String getDisplayString() {
        return item.getLabel();
    }

    @Override
    public Image getImage() {
        return SymbolImages.of(item.getKind());
    }

    @Override
    public Point getSelection(IDocument document) {
        return selection;
    }

    @Override
    public CharSequence getPrefixCompletionText(IDocument document, int offset) {
        return written();
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int offset) {
        return start;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }

    @Override
    public void apply(IDocument document) {
        throw new UnsupportedOperationException("a viewer is needed");
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {
        // nothing is shown in the text before it is chosen
    }

    @Override
    public void unselected(ITextViewer viewer) {
        // nothing was shown
    }
}
