package org.poshremote.language.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the files of a workspace declare, at one moment. Immutable; names are found in any case. A change of one file costs as much
 * as that file, since those that changed since the last whole build are kept beside it.
 */
public final class WorkspaceIndex {
    public static final WorkspaceIndex EMPTY = new WorkspaceIndex(Table.of(List.of()), Map.of());
    /** With more files than these beside it, the table is built anew. */
    private static final int MOST_BESIDE = 24;

    private final Table table;
    /** Changed since; empty for a file that is gone. */
    private final Map<URI, Optional<FileSymbols>> beside;
    /** Made when first asked for, or handed on by the moment before. */
    private volatile Places places;

    /** By name in lower case. */
    private record Table(Map<URI, FileSymbols> files, NavigableMap<String, List<FunctionSymbol>> functions, NavigableMap<String, List<TypeSymbol>> types,
            Map<String, List<AliasSymbol>> aliases) {
        static Table of(Collection<FileSymbols> all) {
            Map<URI, FileSymbols> files = new LinkedHashMap<>();
            TreeMap<String, List<FunctionSymbol>> functions = new TreeMap<>();
            TreeMap<String, List<TypeSymbol>> types = new TreeMap<>();
            Map<String, List<AliasSymbol>> aliases = new HashMap<>();
            for (FileSymbols file : all) {
                files.put(file.uri(), file);
                file.functions().stream().filter(function -> !function.local()).forEach(function -> functions.computeIfAbsent(key(function.name()), name -> new ArrayList<>(1)).add(function));
                file.types().forEach(type -> types.computeIfAbsent(key(type.name()), name -> new ArrayList<>(1)).add(type));
                file.aliases().forEach(alias -> aliases.computeIfAbsent(key(alias.name()), name -> new ArrayList<>(1)).add(alias));
            }
            return new Table(files, functions, types, aliases);
        }
    }

    private WorkspaceIndex(Table table, Map<URI, Optional<FileSymbols>> beside) {
        this.table = table;
        this.beside = beside;
    }

    public static WorkspaceIndex of(Collection<FileSymbols> files) {
        return new WorkspaceIndex(Table.of(files), Map.of());
    }

    // ---- another moment

    /** With that file as it is now. */
    public WorkspaceIndex with(FileSymbols file) {
        return changed(file.uri(), Optional.of(file));
    }

    public WorkspaceIndex without(URI file) {
        return file(file).isEmpty() ? this : changed(file, Optional.empty());
    }

    private WorkspaceIndex changed(URI file, Optional<FileSymbols> symbols) {
        Map<URI, Optional<FileSymbols>> changed = new LinkedHashMap<>(beside);
        changed.put(file, symbols);
        WorkspaceIndex next = new WorkspaceIndex(table, changed);
        if (symbols.isPresent() && file(file).filter(before -> before.manifest().isPresent() == symbols.get().manifest().isPresent()).isPresent()) {
            next.places = places;
        }
        return changed.size() <= MOST_BESIDE ? next : of(next.files().toList());
    }

    // ---- files

    public Stream<FileSymbols> files() {
        return Stream.concat(table.files.values().stream().filter(file -> !beside.containsKey(file.uri())), beside.values().stream().flatMap(Optional::stream));
    }

    public Optional<FileSymbols> file(URI uri) {
        Optional<FileSymbols> changed = beside.get(uri);
        return changed != null ? changed : Optional.ofNullable(table.files.get(uri));
    }

    Places places() {
        Places known = places;
        if (known == null) {
            known = Places.of(this);
            places = known;
        }
        return known;
    }

    // ---- names

    /** All that are called so and that other files can call. */
    public List<FunctionSymbol> functions(String name) {
        return Stream.concat(table.functions.getOrDefault(key(name), List.of()).stream().filter(function -> !beside.containsKey(function.file())),
            besideFunctions().filter(function -> function.name().equalsIgnoreCase(name))).toList();
    }

    /** In the order of their names; an empty prefix gives all. */
    public Stream<FunctionSymbol> functionsStartingWith(String prefix) {
        return Stream.concat(starting(table.functions, prefix).filter(function -> !beside.containsKey(function.file())),
            besideFunctions().filter(function -> function.name().regionMatches(true, 0, prefix, 0, prefix.length())))
            .sorted(Comparator.comparing(function -> key(function.name())));
    }

    /** Classes and enums. */
    public List<TypeSymbol> types(String name) {
        return Stream.concat(table.types.getOrDefault(key(name), List.of()).stream().filter(type -> !beside.containsKey(type.file())),
            besideTypes().filter(type -> type.name().equalsIgnoreCase(name))).toList();
    }

    public Stream<TypeSymbol> typesStartingWith(String prefix) {
        return Stream.concat(starting(table.types, prefix).filter(type -> !beside.containsKey(type.file())),
            besideTypes().filter(type -> type.name().regionMatches(true, 0, prefix, 0, prefix.length()))).sorted(Comparator.comparing(type -> key(type.name())));
    }

    public List<AliasSymbol> aliases(String name) {
        return Stream.concat(table.aliases.getOrDefault(key(name), List.of()).stream().filter(alias -> !beside.containsKey(alias.file())),
            changedFiles().flatMap(file -> file.aliases().stream()).filter(alias -> alias.name().equalsIgnoreCase(name))).toList();
    }

    /** The functions that a call of that name in that file can mean, as {@link Visibility} ranks them. */
    public List<FunctionSymbol> functionsSeenFrom(URI file, String name) {
        return Visibility.of(this, file).nearest(functions(name), FunctionSymbol::file);
    }

    /** The same of classes and enums. */
    public List<TypeSymbol> typesSeenFrom(URI file, String name) {
        return Visibility.of(this, file).nearest(types(name), TypeSymbol::file);
    }

    private Stream<FileSymbols> changedFiles() {
        return beside.values().stream().flatMap(Optional::stream);
    }

    private Stream<FunctionSymbol> besideFunctions() {
        return changedFiles().flatMap(file -> file.functions().stream()).filter(function -> !function.local());
    }

    private Stream<TypeSymbol> besideTypes() {
        return changedFiles().flatMap(file -> file.types().stream());
    }

    private static <T> Stream<T> starting(NavigableMap<String, List<T>> names, String prefix) {
        String from = key(prefix);
        return names.tailMap(from, true).entrySet().stream().takeWhile(entry -> entry.getKey().startsWith(from)).flatMap(entry -> entry.getValue().stream());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
