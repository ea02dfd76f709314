package org.poshremote.lsp4e.lens;

import com.google.gson.Gson;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.lsp4j.Command;
import org.poshremote.editor.server.LanguageClients;

/** Runs the script or function under a code lens on the target that it is meant for. LSP4E gives the path of the script and the command of the lens as parameters. */
public final class RunLens extends AbstractHandler {
    private static final String FUNCTION = "poshremote.runFunction";
    private static final String COMMAND = "org.eclipse.lsp4e.command.param";
    private static final String PATH = "org.eclipse.lsp4e.path.param";

    @Override
    public Object execute(ExecutionEvent event) {
        file(event.getParameter(PATH)).ifPresent(file -> function(event.getParameter(COMMAND)).ifPresentOrElse(name -> LanguageClients.run(file, name), () -> LanguageClients.run(file)));
        return null;
    }

    /** The name of the function that the lens is above; empty for other lenses. */
    private static Optional<String> function(String command) {
        return Optional.ofNullable(command).map(json -> new Gson().fromJson(json, Command.class)).filter(lens -> FUNCTION.equals(lens.getCommand()))
            .map(Command::getArguments).filter(arguments -> arguments.size() > 1).map(arguments -> arguments.get(1))
            .map(name -> name instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(name));
    }

    private static Optional<IFile> file(String path) {
        return Optional.ofNullable(path).map(IPath::fromPortableString).filter(whole -> whole.segmentCount() > 1)
            .map(whole -> ResourcesPlugin.getWorkspace().getRoot().getFile(whole)).filter(IFile::exists);
    }
}
