package org.poshremote.cli.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.poshremote.cli.scripts.ScriptFile;
import org.poshremote.language.format.FormatOptions;
import org.poshremote.language.format.Formatted;
import org.poshremote.language.format.Formatter;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

/**
 * One file and what became of it.
 *
 * @param name      as the person would name it, from where they are
 * @param before    its text
 * @param formatted nothing changed where it could not be
 * @param trouble   why it could not be, where that is a mistake in it or the file's; empty too for a script that is left alone on purpose
 * @param remark    why it was left alone on purpose
 */
record FormattedFile(String name, String before, Formatted formatted, Optional<String> trouble, Optional<String> remark) {
    static FormattedFile of(String name, ScriptFile file, FormatOptions options) {
        Script script = Parser.parse(file.text());
        Formatted formatted = Formatter.format(script, options);
        boolean left = Formatter.isSigned(script) && script.errors().isEmpty();
        return new FormattedFile(name, file.text(), formatted, formatted.refusal().filter(why -> !left), formatted.refusal().filter(why -> left));
    }

    /** Reads it, and writes it again where that is asked for and something changed. */
    static FormattedFile of(String name, Path path, FormatOptions options, boolean write) {
        try {
            ScriptFile file = ScriptFile.read(path);
            FormattedFile done = of(name, file, options);
            if (write && done.formatted.changed()) {
                file.write(done.formatted.text());
            }
            return done;
        } catch (IOException e) {
            return new FormattedFile(name, "", new Formatted("", List.of(), Optional.empty()),
                Optional.of("The file cannot be " + (write ? "read or written: " : "read: ") + e.getMessage() + "."), Optional.empty());
        }
    }
}
