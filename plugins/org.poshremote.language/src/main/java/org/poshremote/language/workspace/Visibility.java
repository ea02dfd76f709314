package org.poshremote.language.workspace;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.poshremote.language.analysis.Inclusion;

/**
 * Which files a file sees: itself, then what it takes in (dot-sourced files, modules by path or name, and what those take in), then
 * the module whose folder it lies in, then the whole workspace. The nearest that has a name wins, as it most likely does when
 * the script runs; what a script takes in by a path that is made at run time nobody knows.
 */
public final class Visibility {
    private static final int MOST_FILES = 2000;

    private final WorkspaceIndex index;
    private final URI file;
    private Set<URI> reached;

    private Visibility(WorkspaceIndex index, URI file) {
        this.index = index;
        this.file = file;
    }

    public static Visibility of(WorkspaceIndex index, URI file) {
        return new Visibility(index, file);
    }

    /** Those of the nearest ring that has any. */
    public <T> List<T> nearest(List<T> all, Function<T, URI> declaredIn) {
        if (all.size() < 2) {
            return all;
        }
        List<T> here = all.stream().filter(each -> declaredIn.apply(each).equals(file)).toList();
        if (!here.isEmpty()) {
            return here;
        }
        List<T> taken = all.stream().filter(each -> reached().contains(declaredIn.apply(each))).toList();
        if (!taken.isEmpty()) {
            return taken;
        }
        Optional<String> module = index.places().moduleFolder(file);
        List<T> same = module.isEmpty() ? List.of() : all.stream().filter(each -> declaredIn.apply(each).toString().startsWith(module.get())).toList();
        return same.isEmpty() ? all : same;
    }

    /** Everything that the file takes in, in the order of the text, what they take in behind each; without the file itself. */
    public Set<URI> reached() {
        if (reached == null) {
            Set<URI> found = new LinkedHashSet<>();
            Deque<URI> left = new ArrayDeque<>(List.of(file));
            while (!left.isEmpty() && found.size() < MOST_FILES) {
                URI next = left.poll();
                takenIn(index, next).filter(each -> !each.equals(file) && found.add(each)).forEach(left::add);
            }
            reached = found;
        }
        return reached;
    }

    /** What one file takes in directly, where it is in the index. */
    public static Stream<URI> takenIn(WorkspaceIndex index, URI file) {
        return index.file(file).stream().flatMap(symbols -> Stream.concat(symbols.inclusions().stream().flatMap(inclusion -> target(index, file, inclusion).stream()),
            symbols.manifest().stream().flatMap(manifest -> manifest.files().stream()).flatMap(name -> beside(index, file, name).stream())));
    }

    /** The file that an inclusion names. */
    public static Optional<URI> target(WorkspaceIndex index, URI file, FileSymbols.Included inclusion) {
        return target(index, file, inclusion.kind(), inclusion.name(), inclusion.localPath());
    }

    /** The parts of an inclusion, as {@link Inclusion} has them. */
    public static Optional<URI> target(WorkspaceIndex index, URI file, Inclusion.Kind kind, String name, Optional<String> localPath) {
        if (localPath.isPresent()) {
            return beside(index, file, localPath.get());
        }
        return kind == Inclusion.Kind.DOT_SOURCE || name.contains("$") ? Optional.empty() : module(index, name);
    }

    /** By a path relative to a file's folder; modules may be named by their folder. */
    public static Optional<URI> beside(WorkspaceIndex index, URI file, String path) {
        for (URI candidate : candidates(file, path)) {
            if (index.file(candidate).isPresent()) {
                return Optional.of(candidate);
            }
        }
        // Windows finds it in any case
        return candidates(file, path).stream().flatMap(candidate -> index.places().inAnyCase(candidate).stream()).findFirst();
    }

    private static List<URI> candidates(URI file, String path) {
        List<URI> candidates = new ArrayList<>();
        String plain = path.replace('\\', '/');
        Locations.resolve(file, plain).ifPresent(candidates::add);
        if (!plain.toLowerCase(Locale.ROOT).matches(".*\\.(ps1|psm1|psd1)")) {
            String name = plain.substring(plain.lastIndexOf('/') + 1);
            for (String ending : List.of(".psd1", ".psm1")) {
                Locations.resolve(file, plain + "/" + name + ending).ifPresent(candidates::add);
                Locations.resolve(file, plain + ending).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    /** Whether both lie in the folder of the same module. */
    public static boolean sameModule(WorkspaceIndex index, URI one, URI other) {
        Optional<String> module = index.places().moduleFolder(one);
        return module.isPresent() && module.equals(index.places().moduleFolder(other));
    }

    /** A module of the workspace by its name: the manifest before the script module. */
    public static Optional<URI> module(WorkspaceIndex index, String name) {
        return index.places().module(name);
    }
}
