package org.poshremote.language.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Types that scripts use. Names are found in any case, whole, short, without "System.", or by PowerShell's own names. Loaded when first used; thread-safe. */
public final class TypeTable {
    private static final class Loaded {
        static final Map<String, KnownType> BY_NAME = new HashMap<>();
        static final List<KnownType> ALL = new ArrayList<>();
        static final Map<String, String> ACCELERATORS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        static final Map<String, List<String>> OUTPUTS = new HashMap<>();
        static final Map<String, String> VARIABLES = new HashMap<>();
        static final List<String> NAMESPACES = new ArrayList<>();

        static {
            readTypes();
            lines("names.txt").forEach(Loaded::name);
        }

        private static void name(String line) {
            String[] parts = line.split(" ");
            switch (parts[0]) {
                case "accelerator" -> ACCELERATORS.put(parts[1], parts[2]);
                case "output" -> OUTPUTS.put(key(parts[1]), List.of(Arrays.copyOfRange(parts, 2, parts.length)));
                case "namespace" -> NAMESPACES.add(parts[1]);
                case "variable" -> VARIABLES.put(parts[1], parts[2]);
                default -> throw new IllegalStateException(line);
            }
        }

        private static void readTypes() {
            KnownTypeBuilder type = null;
            for (String line : lines("types.txt")) {
                if (line.startsWith("class ") || line.startsWith("enum ")) {
                    finish(type);
                    type = new KnownTypeBuilder(line);
                } else if (type != null) {
                    type.member(line);
                }
            }
            finish(type);
        }

        private static void finish(KnownTypeBuilder built) {
            if (built != null) {
                KnownType type = built.build();
                ALL.add(type);
                BY_NAME.putIfAbsent(key(type.name()), type);
                BY_NAME.putIfAbsent(key(type.shortName()), type);
                if (type.name().startsWith("System.")) {
                    BY_NAME.putIfAbsent(key(type.name().substring("System.".length())), type);
                }
            }
        }
    }

    private TypeTable() {
    }

    static List<String> lines(String resource) {
        try (InputStream in = TypeTable.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty() && line.charAt(0) != '#').toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By any of its names; generic arguments are left aside, and an array is an array. */
    public static Optional<KnownType> find(String name) {
        if (name.endsWith("]") && name.contains("[") && (name.endsWith("[]") || name.endsWith(",]"))) {
            return find("System.Array");
        }
        String plain = name.indexOf('[') > 0 ? name.substring(0, name.indexOf('[')) : name;
        plain = plain.indexOf('`') > 0 ? plain.substring(0, plain.indexOf('`')) : plain;
        return Optional.ofNullable(Loaded.BY_NAME.get(key(Loaded.ACCELERATORS.getOrDefault(plain, plain))));
    }

    public static Collection<KnownType> all() {
        return Collections.unmodifiableList(Loaded.ALL);
    }

    /** PowerShell's short names with the types they stand for. */
    public static Map<String, String> accelerators() {
        return Collections.unmodifiableMap(Loaded.ACCELERATORS);
    }

    /** What a command gives, the usual type first; empty where that is not known. */
    public static List<String> outputs(String command) {
        return Loaded.OUTPUTS.getOrDefault(key(command), List.of());
    }

    /** The type of an automatic variable. */
    public static Optional<String> ofVariable(String name) {
        return Optional.ofNullable(Loaded.VARIABLES.get(key(name)));
    }

    public static List<String> namespaces() {
        return Collections.unmodifiableList(Loaded.NAMESPACES);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A type while its lines are read. */
    private static final class KnownTypeBuilder {
        private final String name;
        private final Optional<String> base;
        private final boolean isEnum;
        private final String description;
        private final List<KnownMember> members = new ArrayList<>();

        KnownTypeBuilder(String line) {
            int bar = line.indexOf(" | ");
            String[] parts = (bar < 0 ? line : line.substring(0, bar)).split(" ");
            isEnum = parts[0].equals("enum");
            name = parts[1];
            base = parts.length > 3 ? Optional.of(parts[3]) : Optional.empty();
            description = bar < 0 ? "" : line.substring(bar + 3);
        }

        void member(String line) {
            if (isEnum) {
                String type = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('+')) + 1);
                for (String value : line.split(" ")) {
                    members.add(new KnownMember(value, KnownMember.Kind.ENUM_VALUE, true, type, List.of(), ""));
                }
                return;
            }
            int bar = line.indexOf(" | ");
            String says = bar < 0 ? "" : line.substring(bar + 3);
            String declared = bar < 0 ? line : line.substring(0, bar);
            boolean isStatic = declared.startsWith("static ");
            declared = isStatic ? declared.substring("static ".length()) : declared;
            int open = declared.indexOf('(');
            if (open < 0) {
                int blank = declared.indexOf(' ');
                members.add(new KnownMember(declared.substring(0, blank), KnownMember.Kind.PROPERTY, isStatic, declared.substring(blank + 1), List.of(), says));
                return;
            }
            String member = declared.substring(0, open);
            int close = declared.indexOf(')');
            boolean constructor = member.equals("new");
            String gives = constructor ? "" : declared.substring(Math.min(close + 2, declared.length()));
            members.add(new KnownMember(member, constructor ? KnownMember.Kind.CONSTRUCTOR : KnownMember.Kind.METHOD, isStatic || constructor, gives,
                parameters(declared.substring(open + 1, close)), says));
        }

        private static List<KnownMember.Parameter> parameters(String text) {
            List<KnownMember.Parameter> parameters = new ArrayList<>();
            for (String each : text.split(", ")) {
                int blank = each.lastIndexOf(' ');
                if (!each.isBlank()) {
                    parameters.add(new KnownMember.Parameter(each.substring(blank + 1), blank < 0 ? "" : each.substring(0, blank)));
                }
            }
            return parameters;
        }

        KnownType build() {
            return new KnownType(name, base, isEnum, description, members);
        }
    }
}
