package org.poshremote.cli.targets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.options.ConnectionOptions;
import org.poshremote.cli.terminal.Style;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.path.Way;
import org.poshremote.core.target.RiskyValue;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TargetOrigin;
import org.poshremote.core.target.TargetStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saved connection definitions. They hold no password. */
@Command(name = "targets", description = "Lists, adds, removes, imports and exports targets.",
        synopsisSubcommandLabel = "COMMAND", footer = {"",
            "Examples:",
            "  poshremote targets add web1 --host web1.example --https --user \".\\admin\" --group lab/web",
            "  poshremote targets add prod --host prod.example --https --user \"DOMAIN\\ops\" --protected",
            "  poshremote targets list",
            "  poshremote targets export team.json --name web1",
            "",
            "A target is a saved connection definition without a password. Your own are kept in your",
            "configuration folder; with --project they stand in .poshremote/targets.json of this folder, for",
            "the whole team. What such a shared file says about trust, Basic, unencrypted traffic or machines",
            "in between counts once you confirmed it here."})
public final class TargetsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private final Surroundings surroundings;
    private final Terminal terminal;

    public TargetsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        terminal = surroundings.terminal();
    }

    /** Without a command: which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }

    @Command(name = "list", description = "Lists the targets by group, yours and those of the project.")
    int list() {
        List<StoredTarget> targets = Targets.load(Targets.store(surroundings), terminal).targets();
        if (targets.isEmpty()) {
            terminal.errLine(Style.PLAIN, "No target is saved yet. Add one with \"poshremote targets add NAME --host HOST --user USER\".");
            return ExitCodes.SUCCESS;
        }
        int width = targets.stream().mapToInt(stored -> title(stored).length()).max().orElse(0);
        for (StoredTarget stored : targets) {
            Target target = stored.definition();
            String account = target.user().isEmpty() ? "" : "  " + target.user();
            String way = Way.to(target, surroundings.path()).words();
            String marks = (way.isEmpty() ? "" : "  " + way) + (stored.origin() instanceof TargetOrigin.Project ? "  project" : "")
                + (target.protectedTarget() ? "  protected" : "")
                + (target.unverified() ? "  NOT VERIFIED" : "")
                + (stored.unconfirmed().isEmpty() ? "" : "  to be confirmed");
            terminal.out(title(stored) + " ".repeat(width - title(stored).length()) + "  " + target.address() + account
                + "  " + (target.ssh() ? "" : target.authentication().id()) + marks + System.lineSeparator());
        }
        return ExitCodes.SUCCESS;
    }

    @Command(name = "add", description = "Adds a target, or replaces yours of the same name.")
    int add(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--host", required = true, paramLabel = "H", description = "Name or address of the node.") String host,
            @Option(names = "--group", paramLabel = "G", defaultValue = "", description = "Group in the tree, such as lab/web.") String group,
            @Option(names = "--notes", paramLabel = "TEXT", defaultValue = "") String notes,
            @Option(names = "--protected", description = "Each run names the target and asks first.") boolean protectedTarget,
            @Option(names = "--project", description = "Save it in .poshremote/targets.json of this folder.") boolean project,
            @Mixin ConnectionOptions connection) throws CommandFailure {
        return fileWork(() -> {
            Target target = connection.applyTo(Target.at(host).name(name).group(group).notes(notes).protectedTarget(protectedTarget)).build();
            TargetStore store = Targets.store(surroundings);
            TargetOrigin origin = origin(store, project);
            store.save(origin, target);
            if (project) { // who types these values has seen them
                store.confirm(new StoredTarget(target, origin, List.of()));
            }
            if (target.unverified()) {
                terminal.errLine(Style.WARNING, "Every run on " + target.name() + " will take any certificate: whoever answers gets the sign-in and the script."
                    + " To be sure of the node, save it with --pin; poshremote certificate show has the fingerprint.");
            }
            terminal.errLine(Style.PLAIN, "Saved " + target.name() + " (" + target.address() + ") in " + origin.file());
            return ExitCodes.SUCCESS;
        });
    }

    @Command(name = "remove", description = "Removes a target.")
    int remove(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--project", description = "The one in .poshremote/targets.json of this folder.") boolean project) throws CommandFailure {
        return fileWork(() -> {
            TargetStore store = Targets.store(surroundings);
            TargetOrigin origin = origin(store, project);
            if (!store.remove(origin, name)) {
                throw new CommandFailure(ExitCodes.USAGE, "there is no target named \"" + name + "\" in " + origin.file() + ".");
            }
            terminal.errLine(Style.PLAIN, "Removed " + name + " from " + origin.file());
            return ExitCodes.SUCCESS;
        });
    }

    @Command(name = "export", description = "Writes targets to a file that can be sent to others. It holds no password.")
    int exportTo(@Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--name", paramLabel = "NAME", description = "Only this target; may be repeated.") List<String> names) throws CommandFailure {
        return fileWork(() -> {
            TargetStore store = Targets.store(surroundings);
            List<Target> chosen = Targets.load(store, terminal).targets().stream().map(StoredTarget::definition)
                .filter(target -> names == null || names.stream().anyMatch(target.name()::equalsIgnoreCase)).toList();
            store.exportTo(surroundings.folder().resolve(file), chosen);
            terminal.errLine(Style.PLAIN, "Wrote " + chosen.size() + (chosen.size() == 1 ? " target to " : " targets to ") + file);
            return ExitCodes.SUCCESS;
        });
    }

    @Command(name = "import", description = "Takes the targets of an exported file over; none of yours is replaced.")
    int importFrom(@Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--project", description = "Into .poshremote/targets.json of this folder.") boolean project,
            @Option(names = "--yes", description = "Take over what the file says about trust without being asked.") boolean yes) throws CommandFailure {
        return fileWork(() -> {
            if (!Files.isReadable(surroundings.folder().resolve(file))) {
                throw new CommandFailure(ExitCodes.DATA, "there is no readable file " + file + ".");
            }
            if (!yes && !project) {
                refuseUnseen(TargetStore.preview(surroundings.folder().resolve(file)).targets());
            }
            TargetStore store = Targets.store(surroundings);
            List<Target> leftOut = store.importFrom(surroundings.folder().resolve(file), origin(store, project));
            for (Target target : leftOut) {
                terminal.errLine(Style.WARNING, "Left out " + target.name() + ": there is already a target of this name.");
            }
            return leftOut.isEmpty() ? ExitCodes.SUCCESS : ExitCodes.FAILURE;
        });
    }

    @Command(name = "confirm", description = "Confirms, for this machine, what a project's target says about trust and encryption.")
    int confirm(@Parameters(paramLabel = "NAME") String name) throws CommandFailure {
        return fileWork(() -> {
            TargetStore store = Targets.store(surroundings);
            StoredTarget stored = Targets.find(Targets.load(store, terminal), name);
            for (RiskyValue value : stored.unconfirmed()) {
                terminal.errLine(Style.WARNING, value.property() + " = " + value.value() + ": " + value.risk());
            }
            store.confirm(stored);
            terminal.errLine(Style.PLAIN, "Confirmed " + name + " with exactly these values; a change asks again.");
            return ExitCodes.SUCCESS;
        });
    }

    /** The person's own file is trusted: what enters it from elsewhere is shown first. */
    private void refuseUnseen(List<StoredTarget> targets) throws CommandFailure {
        boolean risky = false;
        for (StoredTarget stored : targets) {
            for (RiskyValue value : stored.unconfirmed()) {
                risky = true;
                terminal.errLine(Style.WARNING, stored.definition().name() + ": " + value.property() + " = " + value.value() + ": " + value.risk());
            }
        }
        if (risky) {
            throw new CommandFailure(ExitCodes.USAGE, "nothing was imported: if these values are what you want, import again with --yes.");
        }
    }

    private TargetOrigin origin(TargetStore store, boolean project) {
        return project
            ? new TargetOrigin.Project(surroundings.folder().resolve(TargetStore.PROJECT_FILE))
            : store.userOrigin();
    }

    private static String title(StoredTarget stored) {
        Target target = stored.definition();
        return target.group().isEmpty() ? target.name() : target.group() + "/" + target.name();
    }

    private interface FileWork {
        int run() throws TargetFileException, CommandFailure;
    }

    private static int fileWork(FileWork work) throws CommandFailure {
        try {
            return work.run();
        } catch (TargetFileException e) {
            throw Targets.failure(e);
        } catch (IllegalArgumentException e) { // a part of the target that cannot be, in a sentence for the person
            throw new CommandFailure(ExitCodes.USAGE, e.getMessage(), e);
        }
    }
}
