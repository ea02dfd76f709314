package org.poshremote.cli.targets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TargetListing;
import org.poshremote.core.target.TargetProblem;
import org.poshremote.core.target.TargetStore;

/** The targets that a command sees: this person's own and those of the project it is called in. */
public final class Targets {
    private Targets() {
    }

    public static TargetStore store(Surroundings surroundings) {
        return new TargetStore(surroundings.configFolder(), projects(surroundings.folder()));
    }

    /** The folder itself and those above it that hold a target file: a command may be called anywhere in a project. */
    static List<Path> projects(Path folder) {
        List<Path> found = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(TargetStore.PROJECT_FILE))) {
                found.add(at);
            }
        }
        return found;
    }

    /** Says what is wrong with the files; a target of a sound file can still be used. */
    public static TargetListing load(TargetStore store, Terminal terminal) {
        TargetListing listing = store.load();
        for (TargetProblem problem : listing.problems()) {
            terminal.errLine(Style.WARNING, "poshremote: " + problem);
        }
        return listing;
    }

    public static StoredTarget find(TargetListing listing, String name) throws CommandFailure {
        return listing.targets().stream()
            .filter(stored -> stored.definition().name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> unknown(listing, name));
    }

    private static CommandFailure unknown(TargetListing listing, String name) {
        String known = listing.targets().stream().map(stored -> stored.definition().name()).collect(Collectors.joining(", "));
        return new CommandFailure(ExitCodes.USAGE, "there is no target named \"" + name + "\". "
            + (known.isEmpty() ? "None is saved yet" : "There are: " + known)
            + ". Add one with \"poshremote targets add NAME --host HOST --user USER\", or use \"demo\".");
    }

    static CommandFailure failure(TargetFileException e) {
        String details = e.problems().stream().map(problem -> System.lineSeparator() + "  " + problem).collect(Collectors.joining());
        return new CommandFailure(ExitCodes.DATA, e.getMessage() + details, e);
    }
}
