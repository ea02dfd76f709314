package org.poshremote.language.rules.internal.manifest;

import java.util.List;
import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.syntax.Expression;

/** What tells a module's manifest from other data files. */
final class Manifests {
    private static final List<String> FIELDS = List.of("RootModule", "ModuleToProcess", "ModuleVersion", "NestedModules", "FunctionsToExport", "CmdletsToExport", "GUID", "CompatiblePSEditions");

    private Manifests() {
    }

    static boolean isManifest(Expression.Hashtable table) {
        return FIELDS.stream().anyMatch(field -> DataFile.entry(table, field).isPresent());
    }
}
