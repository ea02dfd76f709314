package org.poshremote.language.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The scripts of layouts.txt: {@code === title // name=value …}, what is written, {@code --->}, what it becomes.
 *
 * @param options those of the title
 */
record Layouts(String title, FormatOptions options, String before, String after) {
    static List<Layouts> all() throws IOException {
        List<Layouts> all = new ArrayList<>();
        try (InputStream in = Layouts.class.getResourceAsStream("layouts.txt")) {
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ")) {
                if (!part.isEmpty()) {
                    all.add(of(part));
                }
            }
        }
        return all;
    }

    private static Layouts of(String part) {
        int line = part.indexOf('\n');
        String[] title = part.substring(0, line).split(" // ?", 2);
        FormatOptions options = FormatOptions.DEFAULT;
        for (String word : title.length > 1 && !title[1].isBlank() ? title[1].split(" ") : new String[0]) {
            String[] pair = word.split("=", 2);
            options = pair[0].equals("preset") ? options.with(Preset.find(pair[1]).orElseThrow()) : options.with(FormatOption.find(pair[0]).orElseThrow(), pair[1]);
        }
        String[] texts = part.substring(line + 1).split("(?m)^--->\n", 2);
        return new Layouts(title[0], options, texts[0], texts[1]);
    }
}
