package org.poshremote.language.rules.internal.manifest;

import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** A manifest without a version cannot be loaded. */
public final class MissingModuleManifestField extends Rule {
    public MissingModuleManifestField() {
        super("PSMissingModuleManifestField", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (!on.file().isData()) {
            return;
        }
        DataFile.table(on.script()).filter(Manifests::isManifest).filter(table -> DataFile.entry(table, "ModuleVersion").isEmpty()).ifPresent(table ->
            on.at(table).with("ModuleVersion").fix(table.start() + 2, table.start() + 2, " ModuleVersion = '1.0.0';").report());
    }
}
