package org.poshremote.languageserver;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;
import org.poshremote.language.command.Surroundings;
import org.poshremote.language.command.WorkspaceScripts;
import org.poshremote.language.completion.Completion;
import org.poshremote.language.features.Span;
import org.poshremote.language.hints.ArgumentNames;
import org.poshremote.language.rules.TargetFacts;
import org.poshremote.language.signature.Call;
import org.poshremote.language.signature.Signature;
import org.poshremote.language.signature.Signatures;
import org.poshremote.language.workspace.Locations;
import org.poshremote.language.workspace.Workspace;

/** What helps while somebody types: completion, hover, signatures, names of arguments. Answers are about the version that was the newest when the question came. */
final class Typing {
    private final Executor answering = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("PowerShell typing ", 0).factory());
    private final Function<String, OpenDocument> documents;
    private final WorkspaceScripts scripts;
    private final Completions completions = new Completions();
    private volatile TypingSupport client = TypingSupport.NONE;
    private volatile TargetFacts target = TargetFacts.NONE;
    private volatile ArgumentNames.Extent names = ArgumentNames.Extent.LITERALS;

    /**
     * @param documents the open one of a URI, or null
     * @param workspace whose functions and types are offered too
     */
    Typing(Function<String, OpenDocument> documents, Workspace workspace) {
        this.documents = documents;
        this.scripts = new WorkspaceScripts(workspace);
    }

    void connect(ClientCapabilities capabilities) {
        client = TypingSupport.of(capabilities);
    }

    /** The target's facts, and {@code poshremote.inlayHints}: "none", "literals", "all", or a Boolean. */
    void configure(Object settings, TargetFacts facts) {
        target = facts;
        JsonObject json = settings instanceof JsonObject all ? all.get("poshremote") instanceof JsonObject own ? own : all : new JsonObject();
        names = json.get("inlayHints") instanceof JsonPrimitive chosen ? switch (chosen.getAsString().toLowerCase(Locale.ROOT)) {
            case "none", "false", "off" -> ArgumentNames.Extent.NONE;
            case "all" -> ArgumentNames.Extent.ALL;
            default -> ArgumentNames.Extent.LITERALS;
        } : ArgumentNames.Extent.LITERALS;
    }

    static void announce(ServerCapabilities capabilities) {
        capabilities.setCompletionProvider(new CompletionOptions(true, List.of("-", "$", ".", ":", "[", "\\", "/", "@", "#")));
        capabilities.setHoverProvider(true);
        capabilities.setSignatureHelpProvider(new SignatureHelpOptions(List.of(" ", "(", ",", "-")));
        capabilities.setInlayHintProvider(true);
    }

    private Surroundings surroundings(OpenDocument document) {
        URI uri = Locations.of(document.uri());
        return new Surroundings(Locations.path(uri), scripts.seenFrom(uri), target);
    }

    /** On another thread; {@code none} where the document is not open or not analysed. */
    private <T> CompletableFuture<T> answer(TextDocumentIdentifier identifier, T none, Function<OpenDocument, T> work) {
        OpenDocument document = documents.apply(identifier.getUri());
        return document == null || document.tooLong() ? CompletableFuture.completedFuture(none) : CompletableFutures.computeAsync(answering, cancel -> {
            cancel.checkCanceled();
            T found = work.apply(document);
            cancel.checkCanceled();
            return found;
        });
    }

    CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer(params.getTextDocument(), Either.<List<CompletionItem>, CompletionList>forRight(new CompletionList(false, List.of())), document -> {
            int offset = document.offset(params.getPosition());
            return Either.forRight(completions.items(document, offset, Completion.at(document.script(), document::model, offset, surroundings(document)), client));
        });
    }

    CompletableFuture<CompletionItem> resolved(CompletionItem item) {
        return CompletableFutures.computeAsync(answering, cancel -> completions.resolved(item, client));
    }

    CompletableFuture<Hover> hover(HoverParams params) {
        return answer(params.getTextDocument(), null, document -> new org.poshremote.language.hover.Hover(document.model(), document.lines(), surroundings(document))
            .at(document.offset(params.getPosition())).map(found -> new Hover(Texts.content(found.markdown(), client.markdownHover()), document.range(found.span()))).orElse(null));
    }

    CompletableFuture<List<InlayHint>> hints(InlayHintParams params) {
        return answer(params.getTextDocument(), List.of(), document -> {
            Span part = new Span(document.offset(params.getRange().getStart()), document.offset(params.getRange().getEnd()));
            return ArgumentNames.of(document.model(), surroundings(document), part, names).stream().map(name -> {
                InlayHint hint = new InlayHint(document.position(name.offset()), Either.forLeft(name.parameter() + ":"));
                hint.setKind(InlayHintKind.Parameter);
                hint.setPaddingRight(true);
                return hint;
            }).toList();
        });
    }

    CompletableFuture<SignatureHelp> signature(SignatureHelpParams params) {
        return answer(params.getTextDocument(), null, document -> new Signatures(document.model(), surroundings(document)).at(document.offset(params.getPosition())).map(this::help).orElse(null));
    }

    private SignatureHelp help(Call call) {
        List<SignatureInformation> signatures = call.signatures().stream().map(this::information).toList();
        // one behind the last means none (LSP 3.18, SignatureHelp: null is for clients that say so, which LSP4J cannot tell)
        return new SignatureHelp(signatures, call.active(), call.parameter().orElse(call.signatures().get(call.active()).parameters().size()));
    }

    private SignatureInformation information(Signature signature) {
        SignatureInformation information = new SignatureInformation(signature.label());
        if (!signature.documentation().isBlank()) {
            information.setDocumentation(Texts.content(signature.documentation(), client.markdownItems()));
        }
        information.setParameters(signature.parameters().stream().map(part -> {
            ParameterInformation parameter = new ParameterInformation();
            if (client.labelOffsets()) {
                parameter.setLabel(Tuple.two(part.span().start(), part.span().end()));
            } else {
                parameter.setLabel(signature.label().substring(part.span().start(), part.span().end()));
            }
            if (!part.documentation().isBlank()) {
                parameter.setDocumentation(Texts.content(part.documentation(), client.markdownItems()));
            }
            return parameter;
        }).toList());
        return information;
    }
}
