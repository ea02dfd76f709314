package org.poshremote.editor.problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.WorkspaceEdits;
import org.poshremote.editor.server.ScriptServer;

/**
 * What can be done about each problem of a script. The platform asks for it in the UI thread and wants the answer at once, so
 * it is asked of the server beforehand, after the problems came.
 */
final class Fixes {
    private static final int MOST = 100;

    private final OpenScript script;
    private final Map<String, List<CodeAction>> known = new HashMap<>();
    private int asked = -1;

    Fixes(OpenScript script) {
        this.script = script;
    }

    void problems(PublishDiagnosticsParams problems) {
        asked = script.version();
        known.clear();
        problems.getDiagnostics().stream().limit(MOST).forEach(problem -> script.whenAnswered(
            ask(script, problem.getRange(), List.of(problem)), actions -> known.put(key(problem), of(actions, problem))));
    }

    /** The titles of what can be done about a problem of that code on that line, counted from 0; at once. */
    List<String> titles(String code, int line) {
        return asked != script.version() ? List.of() : known.getOrDefault(code + '@' + line, List.of()).stream().map(CodeAction::getTitle).toList();
    }

    private static String key(Diagnostic problem) {
        return ProblemMarkers.code(problem) + '@' + problem.getRange().getStart().getLine();
    }

    private static List<CodeAction> of(List<Either<Command, CodeAction>> actions, Diagnostic problem) {
        List<CodeAction> own = new ArrayList<>();
        for (Either<Command, CodeAction> action : actions) {
            CodeAction code = action.isRight() ? action.getRight() : new CodeAction(action.getLeft().getTitle());
            if (action.isLeft()) {
                code.setCommand(action.getLeft());
            }
            List<Diagnostic> about = code.getDiagnostics();
            if (about == null || about.isEmpty() || about.stream().anyMatch(each -> ProblemMarkers.code(each).equals(ProblemMarkers.code(problem)))) {
                own.add(code);
            }
        }
        return own;
    }

    static CompletableFuture<Optional<List<Either<Command, CodeAction>>>> ask(OpenScript script, Range range, List<Diagnostic> problems) {
        CodeActionParams params = new CodeActionParams(script.id(), range, new CodeActionContext(problems));
        return ScriptServer.get().askIf(capabilities -> capabilities.getCodeActionProvider() != null, server -> server.getTextDocumentService().codeAction(params));
    }

    /** Does what was offered under the title, for the text as it is by now. In the UI thread; done later. */
    void apply(String code, int line, String title) {
        Optional<Diagnostic> problem = script.lastProblems().stream().flatMap(all -> all.getDiagnostics().stream())
            .filter(each -> key(each).equals(code + '@' + line)).findFirst();
        if (problem.isEmpty()) {
            Ui.status(Messages.Fixes_changed);
            return;
        }
        script.whenAnswered(ask(script, problem.get().getRange(), List.of(problem.get())), actions -> of(actions, problem.get()).stream()
            .filter(action -> action.getTitle().equals(title)).findFirst().ifPresentOrElse(doIt(), () -> Ui.status(Messages.Fixes_changed)));
    }

    private static Consumer<CodeAction> doIt() {
        return action -> {
            if (action.getEdit() != null) {
                WorkspaceEdits.apply(action.getEdit());
            }
            if (action.getCommand() != null) {
                ExecuteCommandParams command = new ExecuteCommandParams(action.getCommand().getCommand(), action.getCommand().getArguments());
                ScriptServer.get().ask(server -> server.getWorkspaceService().executeCommand(command));
            }
        };
    }
}
