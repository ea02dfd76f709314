package org.poshremote.language.completion.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Templates with places to fill in.
 *
 * @param place where it can be written: "statement", "top", "after-if", "after-try", "class", "param", "configuration"
 * @param text  in LSP's snippet syntax (3.18, Snippet Syntax)
 */
record Template(String name, String place, String says, String text) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{\\d+:((?:\\\\.|[^}\\\\])*)\\}|\\$\\{\\d+\\|([^,|]*)[^}]*\\}|\\$\\d");

    private static final class Loaded {
        static final List<Template> ALL = read();

        private static List<Template> read() {
            List<Template> all = new ArrayList<>();
            try (InputStream in = org.poshremote.language.completion.Completion.class.getResourceAsStream("snippets.txt")) {
                String head = "";
                StringBuilder body = new StringBuilder();
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                    if (line.startsWith("snippet ")) {
                        add(head, body, all);
                        head = line;
                        body.setLength(0);
                    } else if (line.startsWith("\t")) {
                        body.append(body.isEmpty() ? "" : "\n").append(line.substring(1).replace("\t", "    "));
                    } else if (line.isEmpty() && !head.isEmpty()) {
                        body.append('\n');
                    }
                }
                add(head, body, all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return List.copyOf(all);
        }

        private static void add(String head, StringBuilder body, List<Template> all) {
            if (!head.isEmpty()) {
                int bar = head.indexOf(" | ");
                String[] parts = head.substring(0, bar).split(" ");
                all.add(new Template(parts[1], parts[2], head.substring(bar + 3), body.toString().stripTrailing().replace("$$", "\\$")));
            }
        }
    }

    static List<Template> all() {
        return Loaded.ALL;
    }

    /** For editors that know no places. */
    static String plain(String snippet) {
        String plain = PLACE.matcher(snippet).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(match.group(1) != null ? match.group(1) : match.group(2) != null ? match.group(2) : ""));
        return plain.replace("\\$", "$").replace("\\}", "}").replace("\\\\", "\\");
    }
}
