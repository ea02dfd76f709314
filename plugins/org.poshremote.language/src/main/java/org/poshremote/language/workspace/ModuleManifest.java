package org.poshremote.language.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.language.analysis.DataFile;

/**
 * What a {@code .psd1} says about a module. Names of files are as written.
 *
 * @param functionsToExport may hold wildcards; empty where it is not said
 */
public record ModuleManifest(Optional<String> rootModule, List<String> nestedModules, List<String> scriptsToProcess, List<String> requiredModules,
        Optional<List<String>> functionsToExport) {

    /** Of a data file that names at least a version or a root module; others hold data of another kind. */
    public static Optional<ModuleManifest> of(Map<String, Object> data) {
        if (!data.containsKey("moduleversion") && !data.containsKey("rootmodule") && !data.containsKey("moduletoprocess")) {
            return Optional.empty();
        }
        Optional<String> root = Stream.of("rootmodule", "moduletoprocess").map(data::get).filter(String.class::isInstance).map(Object::toString).filter(name -> !name.isBlank()).findFirst();
        return Optional.of(new ModuleManifest(root, names(data.get("nestedmodules")), names(data.get("scriptstoprocess")), names(data.get("requiredmodules")),
            Optional.ofNullable(data.get("functionstoexport")).map(DataFile::strings)));
    }

    /** Everything that it loads from its folder. */
    public List<String> files() {
        return Stream.of(rootModule.stream(), nestedModules.stream(), scriptsToProcess.stream()).flatMap(each -> each).toList();
    }

    /** A module may be a name or a hashtable with one. */
    private static List<String> names(Object value) {
        List<String> names = new ArrayList<>();
        for (Object each : value instanceof List<?> several ? several : value == null ? List.of() : List.of(value)) {
            if (each instanceof Map<?, ?> specification) {
                Optional.ofNullable(specification.get("modulename")).ifPresent(name -> names.add(name.toString()));
            } else {
                names.add(each.toString());
            }
        }
        return List.copyOf(names);
    }
}
