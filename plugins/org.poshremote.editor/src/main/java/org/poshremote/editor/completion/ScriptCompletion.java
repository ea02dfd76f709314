package org.poshremote.editor.completion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionContext;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.server.ScriptServer;

/** Content assist by the server. The generic editor asks on a thread of its own, which alone waits for the answer. */
public final class ScriptCompletion implements IContentAssistProcessor {
    private static final long PATIENCE_SECONDS = 5;
    private static final char[] USUAL = {'-', '$', '.', ':', '[', '\\'};

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        Optional<OpenScript> script = OpenScripts.of(document);
        if (script.isEmpty() || Ui.here()) {
            return new ICompletionProposal[0];
        }
        return ask(script.get(), offset).stream()
            .sorted(Comparator.comparing((CompletionItem item) -> item.getSortText() == null ? item.getLabel() : item.getSortText(), String.CASE_INSENSITIVE_ORDER))
            .map(item -> new ScriptProposal(item, document, offset)).filter(proposal -> proposal.validate(document, offset, null)).toArray(ICompletionProposal[]::new);
    }

    private static List<CompletionItem> ask(OpenScript script, int offset) {
        try {
            CompletionParams params = new CompletionParams(script.id(), Positions.of(script.document(), offset), new CompletionContext(CompletionTriggerKind.Invoked));
            CompletableFuture<Optional<List<CompletionItem>>> answer = ScriptServer.get().askIf(capabilities -> capabilities.getCompletionProvider() != null,
                server -> server.getTextDocumentService().completion(params).thenApply(found -> found == null ? null : found.isLeft() ? found.getLeft() : found.getRight().getItems()));
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).orElse(List.of());
        } catch (ExecutionException e) {
            EditorPlugin.log(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | BadLocationException e) {
            return List.of(); // the person goes on typing and asks again
        }
        return List.of();
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return ScriptServer.get().capabilities().map(capabilities -> capabilities.getCompletionProvider()).map(CompletionOptions::getTriggerCharacters)
            .map(characters -> String.join("", characters).toCharArray()).orElse(USUAL);
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
