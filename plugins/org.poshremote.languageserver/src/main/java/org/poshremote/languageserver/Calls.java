package org.poshremote.languageserver;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.SymbolKind;
import org.poshremote.language.navigation.CallHierarchy;

/** Who calls whom. An item is found again by its file, the place of its name and whether it is a script. */
final class Calls {
    private final ScriptWorkspace workspace;

    Calls(ScriptWorkspace workspace) {
        this.workspace = workspace;
    }

    CompletableFuture<List<CallHierarchyItem>> prepare(CallHierarchyPrepareParams params) {
        return workspace.ask(params.getTextDocument().getUri(), List.of(), moment -> new CallHierarchy(moment.navigation()).items(moment.view(), moment.offset(params.getPosition()))
            .stream().map(this::item).toList());
    }

    CompletableFuture<List<CallHierarchyIncomingCall>> incoming(CallHierarchyItem item) {
        return workspace.askFile(item.getUri(), List.of(), moment -> isScript(item) ? List.of()
            : new CallHierarchy(moment.navigation()).incoming(moment.view(), moment.offset(item.getSelectionRange().getStart())).stream()
                .map(call -> new CallHierarchyIncomingCall(item(call.item()), call.at().stream().map(ScriptWorkspace::range).toList())).toList());
    }

    CompletableFuture<List<CallHierarchyOutgoingCall>> outgoing(CallHierarchyItem item) {
        return workspace.askFile(item.getUri(), List.of(), moment -> new CallHierarchy(moment.navigation())
            .outgoing(moment.view(), moment.offset(item.getSelectionRange().getStart()), isScript(item)).stream()
            .map(call -> new CallHierarchyOutgoingCall(item(call.item()), call.at().stream().map(ScriptWorkspace::range).toList())).toList());
    }

    private static boolean isScript(CallHierarchyItem item) {
        return item.getKind() == SymbolKind.File;
    }

    private CallHierarchyItem item(CallHierarchy.Item item) {
        String uri = workspace.uri(item.file());
        CallHierarchyItem shown = new CallHierarchyItem(item.name(), item.isScript() ? SymbolKind.File : SymbolKind.Function, uri, ScriptWorkspace.range(item.whole()),
            ScriptWorkspace.range(item.named()));
        shown.setDetail(item.isScript() ? "" : uri.substring(uri.lastIndexOf('/') + 1));
        return shown;
    }
}
