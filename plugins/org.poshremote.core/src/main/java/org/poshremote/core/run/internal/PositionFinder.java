package org.poshremote.core.run.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.core.run.Position;

/**
 * Finds the place that an error text names, by its shape and not by its words, since these are localised: a line that ends
 * like "At line:12 char:5", "In Zeile:12 Zeichen:5", "Au caractère Ligne:12 : 5" or
 * "At C:\dir\x.ps1:12 char:5", before one that begins with a plus. Places in what brings the script to the node do not count.
 */
public final class PositionFinder {
    /** Paths have at most 260 characters where PowerShell 2 to 5 run; longer lines are no position. */
    private static final int LONGEST_LINE = 1000;
    /** Colons may be full width; only the end of a line is looked at. */
    private static final Pattern NUMBERS = Pattern.compile("[:：]\\h{0,3}([0-9]{1,7})\\h{1,3}[^0-9:：]{0,40}[:：]\\h{0,3}([0-9]{1,7})$");
    private static final int NUMBERS_LONGEST = 70;
    /** PowerShell 7's concise view: "ParserError: C:\dir\x.ps1:4" before "Line |". */
    private static final Pattern CONCISE = Pattern.compile("^[\\w.]{1,100}: ((?:[A-Za-z]:)?[^:]{1,900}):([0-9]{1,7})$");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/]|\\\\\\\\");

    private PositionFinder() {
    }

    /** The first place named. */
    public static Optional<Position> find(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > LONGEST_LINE || ours(lines.get(i + 1))) {
                continue;
            }
            Optional<Position> found = lines.get(i + 1).startsWith("+") ? classic(line)
                    : lines.get(i + 1).endsWith("|") ? concise(line) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Code of the bootstrap or of the invocation, as an argument that does not fit makes an error name it. */
    private static boolean ours(String code) {
        return code.contains("$PoshRemote[") || code.contains("[ScriptBlock]::Create([Text.Encoding]");
    }

    private static Optional<Position> classic(String line) {
        Matcher numbers = NUMBERS.matcher(line).region(Math.max(0, line.length() - NUMBERS_LONGEST), line.length());
        if (!numbers.find() || numbers.start() == 0) {
            return Optional.empty();
        }
        String before = line.substring(0, numbers.start());
        Matcher drive = DRIVE.matcher(before);
        return Optional.of(new Position(drive.find() ? Optional.of(before.substring(drive.start()).strip()) : Optional.empty(),
                Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
    }

    private static Optional<Position> concise(String line) {
        Matcher place = CONCISE.matcher(line);
        return place.matches() ? Optional.of(new Position(Optional.of(place.group(1)), Integer.parseInt(place.group(2)), 0))
                : Optional.empty();
    }
}
