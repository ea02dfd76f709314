package org.poshremote.language.rules.internal.analyzer;

import java.util.regex.Pattern;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Exports;
import org.poshremote.language.rules.internal.Lines;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** Help for what a module exports. */
public final class ProvideCommentHelp extends Rule {
    private static final String NEWLINE = "\n";
    private static final Pattern HELP = Pattern.compile("(?im)^[ \\t#<]*\\.(SYNOPSIS|DESCRIPTION|EXTERNALHELP|FORWARDHELPTARGETNAME)");

    public ProvideCommentHelp() {
        super("PSProvideCommentHelp", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        boolean exportedOnly = on.options().flag("ExportedOnly", true);
        if (exportedOnly && !on.file().isModule()) {
            return;
        }
        boolean begin = on.options().word("Placement", "before").equalsIgnoreCase("begin");
        on.atEnd(() -> {
            Exports exports = Exports.of(on.model());
            for (Statement.Function function : on.model().functions()) {
                boolean declaredHere = on.model().root().functions().contains(function);
                if (exportedOnly && (!declaredHere || !exports.include(function.name())) || hasHelp(on, function)) {
                    continue;
                }
                String indent = " ".repeat(Lines.indent(on.text(), function.start()));
                String help = "<#" + NEWLINE + ".SYNOPSIS" + NEWLINE + "    Short description" + NEWLINE + "#>" + NEWLINE;
                int at = begin ? on.text().indexOf('{', function.nameEnd()) + 1 : function.start();
                on.at(function.nameStart(), function.nameEnd()).with(function.name()).about(function.name())
                    .fix(at, at, (begin ? NEWLINE : "") + help.replace(NEWLINE, NEWLINE + indent)).report();
            }
        });
    }

    /** Directly before it, or anywhere in it where no statement of its own stands around. */
    private static boolean hasHelp(Inspection on, Statement.Function function) {
        for (Script.Comment comment : on.script().comments()) {
            boolean inside = comment.start() > function.start() && comment.end() < function.end();
            boolean before = comment.end() <= function.start() && on.text().substring(comment.end(), function.start()).isBlank()
                || comment.end() <= function.start() && on.text().substring(comment.end(), function.start()).strip().startsWith("#") && function.start() - comment.end() < 4000;
            if ((inside || before) && HELP.matcher(on.text().substring(comment.start(), comment.end())).find()) {
                return true;
            }
        }
        return false;
    }
}
