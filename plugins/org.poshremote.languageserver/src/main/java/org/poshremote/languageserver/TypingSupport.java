package org.poshremote.languageserver;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformationCapabilities;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * What the client can show of completions, hovers and signatures. What it does not say it cannot.
 *
 * @param insertReplace whether it takes one range to insert and another to replace
 * @param struckThrough whether it has the tag for what should not be used; otherwise the older property is set
 * @param labelOffsets  whether parameters may be parts of the signature by offsets
 */
record TypingSupport(boolean snippets, boolean insertReplace, boolean struckThrough, boolean commitCharacters, boolean labelDetails, boolean markdownItems, boolean markdownHover, boolean labelOffsets) {
    static final TypingSupport NONE = new TypingSupport(false, false, false, false, false, false, false, false);

    static TypingSupport of(ClientCapabilities capabilities) {
        Optional<TextDocumentClientCapabilities> text = Optional.ofNullable(capabilities).map(ClientCapabilities::getTextDocument);
        Optional<CompletionItemCapabilities> item = text.map(TextDocumentClientCapabilities::getCompletion).map(CompletionCapabilities::getCompletionItem);
        Optional<SignatureInformationCapabilities> signature = text.map(TextDocumentClientCapabilities::getSignatureHelp).map(SignatureHelpCapabilities::getSignatureInformation);
        return new TypingSupport(item.map(CompletionItemCapabilities::getSnippetSupport).orElse(false), item.map(CompletionItemCapabilities::getInsertReplaceSupport).orElse(false),
            item.map(CompletionItemCapabilities::getTagSupport).map(tags -> tags.getValueSet() != null && tags.getValueSet().contains(CompletionItemTag.Deprecated)).orElse(false),
            item.map(CompletionItemCapabilities::getCommitCharactersSupport).orElse(false), item.map(CompletionItemCapabilities::getLabelDetailsSupport).orElse(false),
            markdown(item.map(CompletionItemCapabilities::getDocumentationFormat)),
            markdown(text.map(TextDocumentClientCapabilities::getHover).map(HoverCapabilities::getContentFormat)),
            signature.map(SignatureInformationCapabilities::getParameterInformation).map(ParameterInformationCapabilities::getLabelOffsetSupport).orElse(false));
    }

    private static boolean markdown(Optional<List<String>> formats) {
        return formats.filter(known -> known.contains(MarkupKind.MARKDOWN)).isPresent();
    }
}
