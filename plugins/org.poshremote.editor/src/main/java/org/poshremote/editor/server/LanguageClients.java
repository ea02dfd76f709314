package org.poshremote.editor.server;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.Bundle;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.target.FunctionRun;
import org.poshremote.editor.target.RunCommands;
import org.poshremote.editor.target.ScriptTarget;

/**
 * Who talks to the language server behind the editors: this bundle, or LSP4E where it is installed. This is all that the bridge to
 * LSP4E needs of the editor: the server that the person chose ({@link #chosen}), what it is configured with ({@link #settings}, anew
 * after each {@link #whenSettingsChange}), and what a click on "Run on …" does ({@link #run}). Everything else that asks the server
 * in this bundle is silent as soon as {@link #own} is false; colours by the characters, typing, wizards, templates, preferences and
 * the target of a script stay.
 */
public final class LanguageClients {
    private static final String LSP4E = "org.eclipse.lsp4e";
    private static final String BRIDGE = "org.poshremote.lsp4e";

    private LanguageClients() {
    }

    /** Whether this bundle talks to the server. Not where LSP4E and the bridge to it are both there and resolved. From any thread. */
    public static boolean own() {
        return !(usable(LSP4E) && usable(BRIDGE));
    }

    /** Lets LSP4E do what a key of ours stands for, so that the keys are the same with it and without. In the UI thread. */
    public static void letLsp4e(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) { // as for the editor's own client: there is nothing to do it with, or not here
            Ui.status(e.getLocalizedMessage());
        }
    }

    private static boolean usable(String name) {
        Bundle bundle = Platform.getBundle(name);
        return bundle != null && (bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) != 0;
    }

    /** The server that the preferences name. From any thread. */
    public static ServerStart chosen() {
        return ServerChoice.current().start();
    }

    /** Settings for workspace/didChangeConfiguration: an object with the section {@code poshremote}. Reads files, hence not in the UI thread. */
    public static JsonObject settings() {
        return ServerSettings.json();
    }

    /** The value of one section, for workspace/configuration; empty where there is none. Reads files, hence not in the UI thread. */
    public static Optional<Object> settings(String section) {
        return ServerSettings.at(section);
    }

    /**
     * Called in any thread, and soon: preferences, or the target of the script in front, are others now.
     *
     * @return ends that
     */
    public static Runnable whenSettingsChange(Runnable action) {
        ServerSettings.addListener(action);
        return () -> ServerSettings.removeListener(action);
    }

    /** The target that a script is meant for; empty where none is set. From any thread. */
    public static Optional<String> targetOf(IFile script) {
        return ScriptTarget.of(script);
    }

    /** Runs one function of a script that is open, on the target that the script is meant for, else on the one used last. In the UI thread. */
    public static void run(IFile script, String function) {
        FunctionRun.run(script, function);
    }

    /** Runs a script on the target that it is meant for, else on the one used last. In the UI thread. */
    public static void run(IFile script) {
        RunCommands.run(script, RunCommands.on(ScriptTarget.of(script)));
    }
}
