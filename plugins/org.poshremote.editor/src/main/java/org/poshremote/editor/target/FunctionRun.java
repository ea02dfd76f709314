package org.poshremote.editor.target;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.osgi.util.NLS;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.server.ScriptServer;

/** Runs one function of a script: what the script declares, and then a call without arguments. */
public final class FunctionRun {
    private static final String CALL = "poshremote.functionCall";

    private FunctionRun() {
    }

    /** In the UI thread, with the text as the editor has it; a server of its own, which every client of the editors can ask, says what to run. */
    public static void run(IFile script, String function) {
        Optional<String> text = Optional.ofNullable(FileBuffers.getTextFileBufferManager().getTextFileBuffer(script.getFullPath(), LocationKind.IFILE))
            .map(ITextFileBuffer::getDocument).map(document -> document.get());
        if (text.isEmpty()) {
            Ui.status(NLS.bind(Messages.FunctionRun_unknown, function));
            return;
        }
        ScriptServer server = ScriptServer.ofItsOwn();
        CompletableFuture<Optional<Object>> answer = server.ask(asked -> asked.getWorkspaceService().executeCommand(new ExecuteCommandParams(CALL, List.of(text.get(), function))));
        answer.whenComplete((found, problem) -> {
            Optional<JsonObject> call = problem != null ? Optional.empty() : found.map(new Gson()::toJsonTree).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
            server.stop();
            Ui.later(() -> call.ifPresentOrElse(what -> run(script, function, what), () -> Ui.status(NLS.bind(Messages.FunctionRun_unknown, function))));
        });
    }

    private static void run(IFile script, String function, JsonObject call) {
        Map<String, String> parameters = new HashMap<>(RunCommands.on(ScriptTarget.of(script)));
        JsonArray mandatory = call.getAsJsonArray("mandatory");
        if (mandatory.isEmpty()) {
            parameters.put(RunCommands.TEXT, call.get("script").getAsString());
            parameters.put(RunCommands.TITLE, NLS.bind(Messages.FunctionRun_title, function, script.getName()));
        } else if (!scriptInstead(function, StreamSupport.stream(mandatory.spliterator(), false).map(JsonElement::getAsString).collect(Collectors.joining(", -", "-", "")))) {
            return;
        }
        RunCommands.run(script, parameters);
    }

    private static boolean scriptInstead(String function, String arguments) {
        return MessageDialog.open(MessageDialog.QUESTION, Ui.shell(), Messages.FunctionRun_question,
            NLS.bind(Messages.FunctionRun_needs, function, arguments), 0, Messages.FunctionRun_script, IDialogConstants.CANCEL_LABEL) == 0;
    }
}
