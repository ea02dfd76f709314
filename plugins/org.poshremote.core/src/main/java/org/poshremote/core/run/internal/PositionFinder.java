package org.poshremote.core.run.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.core.run.Position;

/**
 * Finds the place that an error text names, by its shape and not by its words, since these are localised:
 * "At line:12 char:5", "In Zeile:12 Zeichen:5", "At C:\dir\x.ps1:12 char:5".
 */
public final class PositionFinder {
    /** Words, then file and line parted by a colon (ASCII or full width), a word, a colon and the column. */
    private static final Pattern LINE = Pattern.compile(
            "(?m)^[^\\S\\r\\n]*(?:\\+ )?([^\\r\\n:：]*(?:[A-Za-z]:[\\\\/][^\\r\\n:]*|[^\\r\\n:：]*))[:：][^\\S\\r\\n]*([0-9]{1,7})"
                    + "[^\\S\\r\\n]+[^\\r\\n0-9:：]{1,40}[:：][^\\S\\r\\n]*([0-9]{1,7})[^\\S\\r\\n]*$");
    /** PowerShell 7's concise view: "ParserError: x.ps1:12:5" or a line with "Line |". */
    private static final Pattern CONCISE = Pattern.compile("(?m)^\\S+: ((?:[A-Za-z]:)?[^\\r\\n:]+):([0-9]{1,7})(?::([0-9]{1,7}))?\\s*$");
    private static final Pattern FILE = Pattern.compile("(?:^|\\s)((?:[A-Za-z]:[\\\\/]|\\\\\\\\|/)\\S.*)$");

    private PositionFinder() {
    }

    /** The first place named. */
    public static Optional<Position> find(String text) {
        Matcher line = LINE.matcher(text);
        if (line.find()) {
            return position(line.group(1), line.group(2), line.group(3));
        }
        Matcher concise = CONCISE.matcher(text);
        if (concise.find()) {
            return Optional.of(new Position(Optional.of(concise.group(1).strip()), Integer.parseInt(concise.group(2)),
                    concise.group(3) == null ? 0 : Integer.parseInt(concise.group(3))));
        }
        return Optional.empty();
    }

    private static Optional<Position> position(String before, String line, String column) {
        Matcher file = FILE.matcher(before);
        return Optional.of(new Position(file.find() ? Optional.of(file.group(1).strip()) : Optional.empty(),
                Integer.parseInt(line), Integer.parseInt(column)));
    }
}
