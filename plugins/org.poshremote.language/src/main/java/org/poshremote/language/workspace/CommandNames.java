package org.poshremote.language.workspace;

import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** The name by which a command is called. */
public final class CommandNames {
    private CommandNames() {
    }

    /** Without the module before it ({@code Module\Name}); empty where the name is a path or not written out. */
    public static String called(Command command) {
        String written = command.name();
        int slash = written.lastIndexOf('\\');
        String name = written.substring(slash + 1);
        boolean path = slash >= 0 && (written.startsWith(".") || written.indexOf('\\') != slash || written.indexOf(':') >= 0) || written.indexOf('/') >= 0;
        return path || name.isBlank() ? "" : name;
    }

    /** Where that name stands in the text; the word may be quoted, and holds no escapes that matter for names. */
    public static int start(Expression.StringConstant word, String name) {
        return word.quotes() == Expression.Quotes.BARE ? word.end() - name.length() : word.end() - 1 - name.length();
    }
}
