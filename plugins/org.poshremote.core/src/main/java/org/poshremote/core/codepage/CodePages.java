package org.poshremote.core.codepage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The code pages that Windows names, and the Java charsets that decode them. */
public final class CodePages {
    private static final String RESOURCE = "codepages.tsv";
    private static final Map<Integer, CodePage> BY_NUMBER = read();

    private CodePages() {
    }

    /** All known ones by number; some without a charset. */
    public static List<CodePage> all() {
        return List.copyOf(BY_NUMBER.values());
    }

    /** The code page of this number, known or not: an unknown one has no charset. */
    public static CodePage of(int number) {
        CodePage known = BY_NUMBER.get(number);
        return known != null ? known : new CodePage(number, "unknown", Optional.empty());
    }

    private static Map<Integer, CodePage> read() {
        Map<Integer, CodePage> pages = new TreeMap<>();
        try (InputStream in = CodePages.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                int number = Integer.parseInt(cells[0]);
                pages.put(number, new CodePage(number, cells[2], charset(cells[1])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return pages;
    }

    /** The first of the blank-separated names that this JVM has; a trimmed run-time image lacks some. */
    private static Optional<Charset> charset(String names) {
        for (String name : names.split(" ")) {
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Optional.of(Charset.forName(name));
            }
        }
        return Optional.empty();
    }
}
