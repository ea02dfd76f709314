package org.poshremote.editor.lens;

import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.osgi.util.NLS;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.server.LanguageClients;
import org.poshremote.editor.server.ScriptServer;
import org.poshremote.editor.target.ScriptTarget;

/** What a click on a code lens does: runs here what begins with {@code poshremote.run}, at the server what it announced. */
final class LensCommands {
    private static final String RUN = "poshremote.run";
    private static final String TESTS = "poshremote.runTests";

    private LensCommands() {
    }

    static String label(OpenScript script, CodeLens lens) {
        String command = lens.getCommand().getCommand();
        return !command.startsWith(RUN) ? lens.getCommand().getTitle() : script.file().flatMap(ScriptTarget::of)
            .map(target -> NLS.bind(command.equals(TESTS) ? Messages.LensCommands_testsOn : Messages.LensCommands_runOn, target)).orElse(lens.getCommand().getTitle());
    }

    /** In the UI thread. */
    static void execute(OpenScript script, CodeLens lens) {
        if (!lens.getCommand().getCommand().startsWith(RUN)) {
            ExecuteCommandParams params = new ExecuteCommandParams(lens.getCommand().getCommand(), lens.getCommand().getArguments());
            ScriptServer.get().ask(server -> server.getWorkspaceService().executeCommand(params));
            return;
        }
        script.file().ifPresent(LanguageClients::run);
    }
}
