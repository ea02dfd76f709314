package org.poshremote.language.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A short reference of the language: keywords, operators, automatic variables, attributes, keys of hashtables that commands know. Thread-safe. */
public final class Reference {
    /** What an entry is. */
    public enum Kind {
        KEYWORD, OPERATOR, VARIABLE, ENVIRONMENT, SCOPE, DRIVE, ATTRIBUTE, ARGUMENT, REQUIRES, USING, SWITCH, PREFERENCE, KEY, RESOURCE, MODULE, VALUE
    }

    private static final class Loaded {
        /** By kind and, for arguments and keys, what they belong to, in lower case; & stands for a blank in a name. */
        static final Map<String, List<Entry>> ALL = new HashMap<>();

        static {
            try (InputStream in = Reference.class.getResourceAsStream("reference.txt")) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(Loaded::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void read(String line) {
            // || is an operator too
            int bar = line.indexOf(" | ");
            String[] parts = line.substring(0, bar).split(" ");
            Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
            boolean owned = kind == Kind.KEY || kind == Kind.ARGUMENT || kind == Kind.VALUE;
            int name = owned ? 2 : 1;
            Entry entry = new Entry(parts[name].equals("&&") ? parts[name] : parts[name].replace('&', ' '), parts.length > name + 1 ? parts[name + 1] : "", line.substring(bar + 3));
            ALL.computeIfAbsent(key(kind, owned ? parts[1] : ""), key -> new ArrayList<>()).add(entry);
        }
    }

    private Reference() {
    }

    private static String key(Kind kind, String owner) {
        return kind + " " + owner.toLowerCase(Locale.ROOT);
    }

    /** In the order in which they are usually written. */
    public static List<Entry> all(Kind kind) {
        return of(kind, "");
    }

    /** @param owner the attribute of arguments, the table of keys, the parameter of values */
    public static List<Entry> of(Kind kind, String owner) {
        return Collections.unmodifiableList(Loaded.ALL.getOrDefault(key(kind, owner), List.of()));
    }

    /** @param name in any case */
    public static Optional<Entry> find(Kind kind, String name) {
        return all(kind).stream().filter(entry -> entry.name().equalsIgnoreCase(name)).findFirst();
    }
}
