package org.poshremote.language.rules.internal.manifest;

import java.util.List;
import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Expression;

/** With a star PowerShell has to load the module to know what is in it. */
public final class UseToExportFieldsInManifest extends Rule {
    private static final List<String> FIELDS = List.of("FunctionsToExport", "CmdletsToExport", "AliasesToExport");

    public UseToExportFieldsInManifest() {
        super("PSUseToExportFieldsInManifest", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (!on.file().isData()) {
            return;
        }
        DataFile.table(on.script()).filter(Manifests::isManifest).ifPresent(table -> FIELDS.forEach(field -> DataFile.entry(table, field).ifPresent(entry -> {
            boolean wild = Shapes.any(entry.value(), node -> Shapes.isVariable(node, "null") || node instanceof Expression.StringConstant name && name.value().contains("*"));
            if (wild) {
                Inspection.Report report = on.at(entry.value()).with(field).about(field);
                if (Shapes.any(entry.value(), node -> Shapes.isVariable(node, "null"))) { // what "*" stands for only the module knows
                    report.fix(entry.value().start(), entry.value().end(), "@()");
                }
                report.report();
            }
        })));
    }
}
