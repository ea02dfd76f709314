package org.poshremote.language.navigation;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.workspace.Workspace;

/**
 * Files written with marks: {@code ¦} is the cursor, {@code «name»} is what must be found. A line {@code == name} begins a file;
 * text before the first is {@code main.ps1}.
 */
final class Marked {
    private static final Pattern FILE = Pattern.compile("(?m)^== (\\S+)\\R");
    final Workspace workspace = new Workspace();
    final Map<URI, String> texts = new LinkedHashMap<>();
    final TreeSet<String> expected = new TreeSet<>();
    URI cursorFile = URI.create("none:none");
    int cursor = -1;

    Marked(String marked) {
        Matcher files = FILE.matcher(marked);
        String name = "main.ps1";
        int from = 0;
        while (files.find()) {
            add(name, marked.substring(from, files.start()));
            name = files.group(1);
            from = files.end();
        }
        add(name, marked.substring(from));
        texts.forEach((file, text) -> {
            Script script = Parser.parse(text);
            workspace.opened(file, () -> ScriptModel.of(script));
        });
    }

    private void add(String name, String marked) {
        if (marked.isBlank()) {
            return;
        }
        URI file = URI.create("file:///w/" + name);
        StringBuilder text = new StringBuilder();
        List<int[]> ranges = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < marked.length(); i++) {
            switch (marked.charAt(i)) {
                case '\u00A6' -> {
                    cursorFile = file;
                    cursor = text.length();
                }
                case '\u00AB' -> open = text.length();
                case '\u00BB' -> ranges.add(new int[] {open, text.length()});
                default -> text.append(marked.charAt(i));
            }
        }
        texts.put(file, text.toString());
        LineMap lines = new LineMap(text.toString());
        ranges.forEach(range -> expected.add(name + ":" + lines.line(range[0]) + ":" + lines.column(range[0]) + " " + text.substring(range[0], range[1])));
    }

    Navigation navigation() {
        return new Navigation(workspace, workspace.index(), () -> { });
    }

    ScriptFileView view() {
        return navigation().view(cursorFile).orElseThrow();
    }

    /** As {@link #expected} has them. */
    TreeSet<String> shown(List<Place> places) {
        TreeSet<String> shown = new TreeSet<>();
        for (Place place : places) {
            String text = texts.get(place.file());
            LineMap lines = new LineMap(text);
            int start = lines.start(place.named().startLine()) + place.named().startColumn() - 1;
            int end = lines.start(place.named().endLine()) + place.named().endColumn() - 1;
            shown.add(place.file().toString().substring("file:///w/".length()) + ":" + place.named().startLine() + ":" + place.named().startColumn() + " " + text.substring(start, end));
        }
        return shown;
    }
}
