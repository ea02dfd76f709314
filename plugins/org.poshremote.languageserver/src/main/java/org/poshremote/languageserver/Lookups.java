package org.poshremote.languageserver;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.poshremote.language.features.Symbol;
import org.poshremote.language.navigation.DocumentLinks;
import org.poshremote.language.navigation.Mention;
import org.poshremote.language.navigation.Place;
import org.poshremote.language.workspace.SymbolSearch;

/** From a name to where it is declared and mentioned. */
final class Lookups {
    private static final int MOST_SYMBOLS = 500;

    private final ScriptWorkspace workspace;

    Lookups(ScriptWorkspace workspace) {
        this.workspace = workspace;
    }

    CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams params, boolean asLinks) {
        return workspace.ask(params.getTextDocument().getUri(), Either.forLeft(List.of()), moment -> {
            int offset = moment.offset(params.getPosition());
            List<Place> places = moment.navigation().definitions(moment.view(), offset);
            List<Mention> from = moment.view().at(offset);
            if (!asLinks || from.isEmpty()) {
                return Either.forLeft(places.stream().map(workspace::location).toList());
            }
            Range origin = moment.document().range(from.get(0).start(), from.get(0).end());
            return Either.forRight(places.stream().map(place -> new LocationLink(workspace.uri(place.file()), ScriptWorkspace.range(place.whole()),
                ScriptWorkspace.range(place.named()), origin)).toList());
        });
    }

    CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean declarations = params.getContext() == null || params.getContext().isIncludeDeclaration();
        return workspace.ask(params.getTextDocument().getUri(), List.of(), moment -> moment.navigation().references(moment.view(), moment.offset(params.getPosition())).stream()
            .filter(place -> declarations || place.role() != Mention.Role.DECLARATION).map(workspace::location).toList());
    }

    CompletableFuture<List<? extends DocumentHighlight>> highlights(DocumentHighlightParams params) {
        return workspace.askNow(params.getTextDocument().getUri(), List.of(), moment -> moment.navigation().highlights(moment.view(), moment.offset(params.getPosition())).stream()
            .map(mention -> new DocumentHighlight(moment.document().range(mention.start(), mention.end()),
                mention.role().writes() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read)).toList());
    }

    CompletableFuture<List<DocumentLink>> links(DocumentLinkParams params) {
        return workspace.askNow(params.getTextDocument().getUri(), List.of(), moment -> DocumentLinks.of(moment.view()).stream()
            .map(link -> new DocumentLink(moment.document().range(link.span()), link.toFile() ? workspace.uri(link.target()) : link.target().toString())).toList());
    }

    CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbols(String query) {
        return workspace.compute(cancel -> Either.forRight(SymbolSearch.find(workspace.workspace().whole(), query, MOST_SYMBOLS).stream()
            .map(match -> new WorkspaceSymbol(match.name(), kind(match.kind()), Either.forLeft(new Location(workspace.uri(match.file()), ScriptWorkspace.range(match.range()))),
                match.container())).toList()));
    }

    static SymbolKind kind(Symbol.Kind kind) {
        return switch (kind) {
            case FUNCTION, CONFIGURATION -> SymbolKind.Function;
            case CLASS -> SymbolKind.Class;
            case ENUM -> SymbolKind.Enum;
            case ENUM_VALUE -> SymbolKind.EnumMember;
            case PROPERTY -> SymbolKind.Property;
            case METHOD -> SymbolKind.Method;
            case PARAMETER -> SymbolKind.Variable;
        };
    }
}
