package org.poshremote.editor.lens;

import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.osgi.util.NLS;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.server.LanguageClients;
import org.poshremote.editor.server.ScriptServer;
import org.poshremote.editor.target.ScriptTarget;

/** What a click on a code lens does: runs here what begins with {@code poshremote.run}, at the server what it announced. */
final class LensCommands {
    private static final String RUN = "poshremote.run";
    private static final String FUNCTION = "poshremote.runFunction";
    private static final String TESTS = "poshremote.runTests";

    private LensCommands() {
    }

    static String label(OpenScript script, CodeLens lens) {
        String command = lens.getCommand().getCommand();
        return !command.startsWith(RUN) ? lens.getCommand().getTitle() : script.file().flatMap(ScriptTarget::of)
            .map(target -> NLS.bind(command.equals(TESTS) ? Messages.LensCommands_scriptOn : Messages.LensCommands_runOn, target)).orElse(lens.getCommand().getTitle());
    }

    /** In the UI thread. */
    static void execute(OpenScript script, CodeLens lens) {
        if (!lens.getCommand().getCommand().startsWith(RUN)) {
            ExecuteCommandParams params = new ExecuteCommandParams(lens.getCommand().getCommand(), lens.getCommand().getArguments());
            ScriptServer.get().ask(server -> server.getWorkspaceService().executeCommand(params));
            return;
        }
        Optional<String> function = lens.getCommand().getCommand().equals(FUNCTION) ? function(lens.getCommand()) : Optional.empty();
        script.file().ifPresent(file -> function.ifPresentOrElse(name -> LanguageClients.run(file, name), () -> LanguageClients.run(file)));
    }

    private static Optional<String> function(Command command) {
        return Optional.ofNullable(command.getArguments()).filter(arguments -> arguments.size() > 1)
            .map(arguments -> arguments.get(1) instanceof JsonPrimitive name ? name.getAsString() : String.valueOf(arguments.get(1)));
    }
}
