package org.poshremote.editor.templates;

import java.util.Locale;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateCompletionProcessor;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.swt.graphics.Image;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.outline.SymbolImages;

/** Templates in content assist, where a statement begins. */
public final class TemplateCompletion extends TemplateCompletionProcessor {
    private static final ICompletionProposal[] NONE = {};

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        // pictures and templates belong to the UI thread; it is asked on another one
        return Ui.call(() -> beginsStatement(viewer.getDocument(), offset) ? super.computeCompletionProposals(viewer, offset) : NONE).orElse(NONE);
    }

    /** Nothing but blanks, or a brace or semicolon, before the word. */
    static boolean beginsStatement(IDocument document, int offset) {
        try {
            IRegion line = document.getLineInformationOfOffset(offset);
            String before = document.get(line.getOffset(), offset - line.getOffset()).replaceFirst("\\w*$", "").stripTrailing();
            return before.isEmpty() || before.endsWith("{") || before.endsWith(";");
        } catch (BadLocationException e) { // the document shrank meanwhile
            return false;
        }
    }

    @Override
    protected Template[] getTemplates(String contextTypeId) {
        return ScriptTemplates.get().store().getTemplates(contextTypeId);
    }

    @Override
    protected TemplateContextType getContextType(ITextViewer viewer, IRegion region) {
        return ScriptTemplates.get().types().getContextType(ScriptTemplates.SCRIPT);
    }

    @Override
    protected int getRelevance(Template template, String prefix) {
        boolean begins = !prefix.isEmpty() && template.getName().toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
        return begins || prefix.isEmpty() ? 90 : 0;
    }

    @Override
    protected ICompletionProposal createProposal(Template template, org.eclipse.jface.text.templates.TemplateContext context, IRegion region, int relevance) {
        return relevance > 0 ? super.createProposal(template, context, region, relevance) : null;
    }

    @Override
    protected Image getImage(Template template) {
        return SymbolImages.snippet();
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[0];
    }
}
