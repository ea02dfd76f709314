package org.poshremote.languageserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.poshremote.language.actions.Rewrites;
import org.poshremote.language.actions.ScriptAction;
import org.poshremote.language.actions.ScriptActions;
import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.rules.RuleMeaning;
import org.poshremote.language.workspace.Locations;
import org.poshremote.language.workspace.WorkspaceIndex;

/** What can be done about problems, as code actions. */
final class Actions {
    /** Takes the document's URI. */
    static final String SAVE_WITH_MARK = "poshremote.saveWithByteOrderMark";

    private Actions() {
    }

    /** @param index what is known of other files by now */
    static List<Either<Command, CodeAction>> at(OpenDocument document, List<Problem> problems, WorkspaceIndex index, Span range, CodeActionContext context) {
        List<Either<Command, CodeAction>> actions = new ArrayList<>();
        List<ScriptAction> all = new ArrayList<>(ScriptActions.at(document.script(), problems, range));
        // what a rule's fix does already is not offered twice
        Rewrites.at(Locations.of(document.uri()), document.model(), index, range).stream()
            .filter(rewrite -> all.stream().noneMatch(action -> action.edits().equals(rewrite.edits()))).toList().forEach(all::add);
        for (ScriptAction action : all) {
            CodeAction code = new CodeAction(action.title());
            code.setKind(switch (action.kind()) {
                case FIX_ALL -> CodeActionKind.SourceFixAll;
                case REWRITE -> CodeActionKind.RefactorRewrite;
                case FIX, SUPPRESS, REQUIRE -> CodeActionKind.QuickFix;
            });
            code.setIsPreferred(action.kind() == ScriptAction.Kind.FIX);
            code.setDiagnostics(told(context, action.rule()));
            code.setEdit(new WorkspaceEdit(Map.of(document.uri(), action.edits().stream().map(edit -> new TextEdit(document.range(edit.start(), edit.end()), edit.text())).toList())));
            if (asked(context, code.getKind())) {
                actions.add(Either.forRight(code));
            }
        }
        problems.stream().filter(RuleMeaning::wantsByteOrderMark).filter(problem -> problem.range().start() <= range.end() && range.start() <= problem.range().end()).findFirst()
            .filter(problem -> asked(context, CodeActionKind.QuickFix)).ifPresent(problem -> {
                CodeAction save = new CodeAction("Save with a byte order mark");
                save.setKind(CodeActionKind.QuickFix);
                save.setDiagnostics(told(context, problem.rule()));
                save.setCommand(new Command(save.getTitle(), SAVE_WITH_MARK, List.of(document.uri())));
                actions.add(Either.forRight(save));
            });
        return actions;
    }

    private static List<Diagnostic> told(CodeActionContext context, String rule) {
        return context.getDiagnostics().stream().filter(diagnostic -> diagnostic.getCode() != null && diagnostic.getCode().isLeft() && diagnostic.getCode().getLeft().equals(rule)).toList();
    }

    /** "source" asks for "source.fixAll" too (LSP 3.18, CodeActionKind). */
    private static boolean asked(CodeActionContext context, String kind) {
        return Optional.ofNullable(context.getOnly()).filter(only -> !only.isEmpty()).map(only -> only.stream().anyMatch(wanted -> kind.equals(wanted) || kind.startsWith(wanted + ".")))
            .orElse(true);
    }
}
