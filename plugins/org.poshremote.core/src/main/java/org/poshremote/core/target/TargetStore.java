package org.poshremote.core.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.settings.AtomicFile;
import org.poshremote.core.settings.ConfigFolder;

/**
 * The targets of this person and of the projects at hand. Every call reads the files anew, so that edits by hand count at
 * once; a file with a mistake is reported and never overwritten. Thread-safe.
 */
public final class TargetStore {
    /** Where a project keeps its targets, relative to its folder. */
    public static final String PROJECT_FILE = ".poshremote/targets.json";

    private final Path userFile;
    private final List<Path> projectFiles;
    private final Confirmations confirmations;

    /**
     * @param configFolder holds this person's {@code targets.json} and what was confirmed; created when something is kept
     * @param projects     folders that may hold {@value #PROJECT_FILE}
     */
    public TargetStore(Path configFolder, Collection<Path> projects) {
        userFile = configFolder.resolve("targets.json");
        projectFiles = projects.stream().map(project -> project.resolve(PROJECT_FILE)).distinct().toList();
        confirmations = new Confirmations(configFolder.resolve("confirmed-targets.json"));
    }

    public static TargetStore ofThisUser(Collection<Path> projects) {
        return new TargetStore(ConfigFolder.ofThisUser(), projects);
    }

    public TargetOrigin userOrigin() {
        return new TargetOrigin.User(userFile);
    }

    /** All targets and all problems of all files. */
    public synchronized TargetListing load() {
        List<StoredTarget> targets = new ArrayList<>();
        List<TargetProblem> problems = new ArrayList<>();
        add(userOrigin(), targets, problems);
        projectFiles.forEach(file -> add(new TargetOrigin.Project(file), targets, problems));
        return new TargetListing(targets, problems);
    }

    /** By name, without regard to case; this person's own before a project's. */
    public Optional<StoredTarget> find(String name) {
        return load().targets().stream().filter(stored -> stored.definition().name().equalsIgnoreCase(name)).findFirst();
    }

    /** Adds the target, or replaces the one of the same name in that file; its unknown properties stay. */
    public synchronized void save(TargetOrigin origin, Target target) throws TargetFileException {
        rename(origin, target.name(), target);
    }

    /** Replaces the target of the old name, whose unknown properties stay, by the given one. */
    public synchronized void rename(TargetOrigin origin, String oldName, Target target) throws TargetFileException {
        TargetFile file = readForWriting(origin.file());
        List<TargetFile.Entry> entries = new ArrayList<>(file.entries());
        if (!oldName.equalsIgnoreCase(target.name())
                && entries.stream().anyMatch(entry -> entry.target().name().equalsIgnoreCase(target.name()))) {
            throw new TargetFileException("There is already a target named \"" + target.name() + "\" in " + origin.file() + ".");
        }
        int at = indexOf(entries, oldName);
        if (at >= 0) {
            entries.set(at, new TargetFile.Entry(target, entries.get(at).unknown()));
        } else {
            entries.add(new TargetFile.Entry(target, Map.of()));
        }
        write(file.with(entries));
    }

    /** @return whether there was one */
    public synchronized boolean remove(TargetOrigin origin, String name) throws TargetFileException {
        TargetFile file = readForWriting(origin.file());
        List<TargetFile.Entry> entries = new ArrayList<>(file.entries());
        int at = indexOf(entries, name);
        if (at < 0) {
            return false;
        }
        entries.remove(at);
        write(file.with(entries));
        return true;
    }

    /** The person has seen exactly these risky values of this target and agreed, on this machine. */
    public synchronized void confirm(StoredTarget stored) throws TargetFileException {
        try {
            confirmations.add(stored.origin(), stored.definition());
        } catch (IOException e) {
            throw new TargetFileException("What you confirmed could not be kept: " + e.getMessage(), e);
        }
    }

    /** Writes the targets to a file of their own, which must not exist yet or be a sound target file, then replaced. */
    public synchronized void exportTo(Path file, Collection<Target> targets) throws TargetFileException {
        TargetFile there = readForWriting(file);
        write(there.with(targets.stream().map(target -> new TargetFile.Entry(target, Map.of())).toList()));
    }

    /**
     * Takes all targets of another target file over into one of ours. Those of a name that is already there are left out and
     * returned, so that nothing is replaced unseen. The problems of the other file stop the import.
     */
    public synchronized List<Target> importFrom(Path other, TargetOrigin into) throws TargetFileException {
        TargetFile source = readForWriting(other);
        TargetFile file = readForWriting(into.file());
        List<TargetFile.Entry> entries = new ArrayList<>(file.entries());
        List<Target> leftOut = new ArrayList<>();
        for (TargetFile.Entry entry : source.entries()) {
            if (indexOf(entries, entry.target().name()) >= 0) {
                leftOut.add(entry.target());
            } else {
                entries.add(entry);
            }
        }
        write(file.with(entries));
        return leftOut;
    }

    /** What a file to be imported holds, and what is wrong with it; its risky values are all unconfirmed. */
    public static TargetListing preview(Path other) {
        TargetFile file = TargetFileReader.read(other);
        return new TargetListing(file.entries().stream().map(entry -> new StoredTarget(entry.target(),
                new TargetOrigin.Project(other), RiskyValue.of(entry.target()))).toList(), file.problems());
    }

    private void add(TargetOrigin origin, List<StoredTarget> targets, List<TargetProblem> problems) {
        TargetFile file = TargetFileReader.read(origin.file());
        problems.addAll(file.problems());
        for (TargetFile.Entry entry : file.entries()) {
            targets.add(new StoredTarget(entry.target(), origin, unconfirmed(origin, entry.target())));
        }
    }

    private List<RiskyValue> unconfirmed(TargetOrigin origin, Target target) {
        if (origin instanceof TargetOrigin.User) {
            return List.of();
        }
        List<RiskyValue> risky = RiskyValue.of(target);
        return risky.isEmpty() || confirmations.covers(origin, target) ? List.of() : risky;
    }

    private static int indexOf(List<TargetFile.Entry> entries, String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).target().name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private static TargetFile readForWriting(Path path) throws TargetFileException {
        TargetFile file = TargetFileReader.read(path);
        if (!file.errors().isEmpty()) {
            throw new TargetFileException(path, file.errors());
        }
        return file;
    }

    private static void write(TargetFile file) throws TargetFileException {
        try {
            AtomicFile.write(file.file(), TargetFileWriter.write(file));
        } catch (IOException e) {
            throw new TargetFileException(file.file() + " could not be written and is as it was: " + e.getMessage(), e);
        }
    }
}
