package org.poshremote.language.rules.internal.manifest;

import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Fields of manifests that have another name by now. */
public final class AvoidUsingDeprecatedManifestFields extends Rule {
    public AvoidUsingDeprecatedManifestFields() {
        super("PSAvoidUsingDeprecatedManifestFields", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (!on.file().isData()) {
            return;
        }
        DataFile.table(on.script()).ifPresent(table -> {
            boolean two = DataFile.entry(table, "PowerShellVersion").flatMap(entry -> DataFile.value(entry.value())).filter(version -> version.toString().startsWith("2")).isPresent();
            if (!two) {
                DataFile.entry(table, "ModuleToProcess").ifPresent(entry -> on.report(entry.key(), "ModuleToProcess"));
            }
        });
    }
}
