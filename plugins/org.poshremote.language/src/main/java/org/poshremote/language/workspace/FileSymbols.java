package org.poshremote.language.workspace;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.Inclusion;

/**
 * What one file declares and mentions, in as little memory as it takes: no text and no tree is kept.
 *
 * @param functions  nested ones too, in the order of the text
 * @param parameters of the script itself
 * @param inclusions other files and modules that it takes in
 * @param manifest   where the file is one
 * @param commands   how often it calls each command
 * @param words      every name and word in it, to know without reading whether a name can occur
 */
public record FileSymbols(URI uri, List<FunctionSymbol> functions, List<TypeSymbol> types, List<AliasSymbol> aliases, List<ParameterSymbol> parameters,
        List<Included> inclusions, Optional<ModuleManifest> manifest, NameCounts commands, WordSet words) {
    public FileSymbols {
        functions = List.copyOf(functions);
        types = List.copyOf(types);
        aliases = List.copyOf(aliases);
        parameters = List.copyOf(parameters);
        inclusions = List.copyOf(inclusions);
    }

    /** @param name as in {@link Inclusion} */
    public record Included(Inclusion.Kind kind, String name, Optional<String> localPath, TextRange range) {
    }

    /** Those that other files may call under that name, in any case. */
    public List<FunctionSymbol> functions(String name) {
        return functions.stream().filter(function -> !function.local() && function.name().equalsIgnoreCase(name)).toList();
    }

    public List<TypeSymbol> types(String name) {
        return types.stream().filter(type -> type.name().equalsIgnoreCase(name)).toList();
    }
}
