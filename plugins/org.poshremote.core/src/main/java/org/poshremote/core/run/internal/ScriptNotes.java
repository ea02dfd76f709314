package org.poshremote.core.run.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script expects of being a file, which it is not on the node: said before the run. */
public final class ScriptNotes {
    private static final Pattern VARIABLE = Pattern.compile("(?i)\\$\\{?(PSScriptRoot|PSCommandPath)\\b");
    private static final Pattern INVOCATION = Pattern.compile("(?i)\\$MyInvocation\\.(?:MyCommand\\.(?:Path|Definition)|ScriptName|PSScriptRoot|PSCommandPath)\\b");
    private static final Pattern NEIGHBOUR = Pattern.compile(
            "(?m)(?:^|[;{(|=&])[^\\S\\r\\n]*[.&][^\\S\\r\\n]+[\"]?(\\.{1,2}[\\\\/][^\\s;|)}\"]+)");

    private ScriptNotes() {
    }

    /** Sentences for the person; none for most scripts. */
    public static List<String> of(String script) {
        String code = ScriptScan.of(script).code();
        List<String> notes = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Matcher variable = VARIABLE.matcher(code);
        while (variable.find()) {
            String name = variable.group(1);
            if (seen.add(name.toLowerCase(java.util.Locale.ROOT))) {
                notes.add("Line " + line(code, variable.start()) + " uses $" + name
                        + ", which is empty on the node: the script arrives as text, not as a file.");
            }
        }
        Matcher invocation = INVOCATION.matcher(code);
        if (invocation.find()) {
            notes.add("Line " + line(code, invocation.start()) + " uses " + invocation.group()
                    + ", which names no file on the node: the script arrives as text.");
        }
        Matcher neighbour = NEIGHBOUR.matcher(code);
        while (neighbour.find()) {
            if (seen.add(neighbour.group(1))) {
                notes.add("Line " + line(code, neighbour.start(1)) + " runs " + neighbour.group(1)
                        + ", which is not brought to the node; there the path is relative to the working folder.");
            }
        }
        return List.copyOf(notes);
    }

    private static int line(String text, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
