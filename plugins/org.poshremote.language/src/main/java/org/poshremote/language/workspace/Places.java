package org.poshremote.language.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of a workspace lie.
 *
 * @param byLowerCase   of every file
 * @param modules       manifests and script modules by their names in lower case, manifests first
 * @param moduleFolders those that hold a manifest or script module, with a slash at their ends
 */
record Places(Map<String, URI> byLowerCase, Map<String, List<URI>> modules, Set<String> moduleFolders) {
    static Places of(WorkspaceIndex index) {
        Map<String, URI> byLowerCase = new HashMap<>();
        Map<String, List<URI>> modules = new HashMap<>();
        Set<String> folders = new HashSet<>();
        index.files().forEach(file -> {
            String uri = file.uri().toString();
            String lower = uri.toLowerCase(Locale.ROOT);
            byLowerCase.put(lower, file.uri());
            boolean manifest = file.manifest().isPresent();
            if (manifest || lower.endsWith(".psm1")) {
                int slash = lower.lastIndexOf('/');
                folders.add(uri.substring(0, slash + 1));
                List<URI> named = modules.computeIfAbsent(lower.substring(slash + 1, lower.lastIndexOf('.')), name -> new ArrayList<>(1));
                named.add(manifest ? 0 : named.size(), file.uri());
            }
        });
        return new Places(byLowerCase, modules, folders);
    }

    Optional<URI> inAnyCase(URI file) {
        return Optional.ofNullable(byLowerCase.get(file.toString().toLowerCase(Locale.ROOT)));
    }

    Optional<URI> module(String name) {
        return modules.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /** The nearest one above a file. */
    Optional<String> moduleFolder(URI file) {
        String at = file.toString();
        for (int slash = at.lastIndexOf('/'); slash > 0; slash = at.lastIndexOf('/', slash - 1)) {
            if (moduleFolders.contains(at.substring(0, slash + 1))) {
                return Optional.of(at.substring(0, slash + 1));
            }
        }
        return Optional.empty();
    }
}
