package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
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
    private static final int FARTHEST = 4000;
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
            List<Script.Comment> helps = helps(on);
            for (Statement.Function function : on.model().functions()) {
                boolean declaredHere = on.model().root().functions().contains(function);
                if (exportedOnly && (!declaredHere || !exports.include(function.name())) || hasHelp(on, function, helps)) {
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

    private static List<Script.Comment> helps(Inspection on) {
        return on.script().comments().stream().filter(comment -> HELP.matcher(on.text()).region(comment.start(), comment.end()).find()).toList();
    }

    /** In it, or before it with nothing but blanks and short comments between. */
    private static boolean hasHelp(Inspection on, Statement.Function function, List<Script.Comment> helps) {
        return helps.stream().anyMatch(help -> help.start() > function.start() && help.end() < function.end()
            || help.end() <= function.start() && function.start() - help.end() < FARTHEST && Lines.onlyComments(on.text().substring(help.end(), function.start())));
    }
}
