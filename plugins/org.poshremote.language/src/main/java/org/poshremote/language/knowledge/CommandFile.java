package org.poshremote.language.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the two resources. {@code commands.txt}: {@code @module}, then lines of name, editions in hexadecimal, parameters and
 * parameter sets, separated by tabs. A parameter is {@code Name:type}, {@code Name} (a string) or {@code Name?} (a switch), with
 * {@code @editions} where they are not the command's. A set is a list of indexes of parameters, {@code !} mandatory, {@code *}
 * positional; what all sets have as optional named parameter is left out. {@code additions.txt} describes itself.
 */
final class CommandFile {
    private static final String[] BUILT_IN = {"Microsoft.PowerShell.", "Microsoft.WSMan.", "CimCmdlets", "PSReadLine", "PSDiagnostics", "ThreadJob", "PackageManagement"};

    final TreeMap<String, KnownCommand> commands = new TreeMap<>();
    final TreeMap<String, String> aliases = new TreeMap<>();
    final Map<String, Presence> aliasPresence = new HashMap<>();
    final Map<String, List<String>> values = new HashMap<>();
    final List<KnownParameter> common = new ArrayList<>();
    private final Map<String, String> synopses = new HashMap<>();
    private final Map<String, List<String[]>> moreParameters = new HashMap<>();
    private final List<String[]> added = new ArrayList<>();
    private final Map<String, Integer> also = new HashMap<>();

    CommandFile read() {
        lines("additions.txt", this::addition);
        String[] module = {""};
        lines("commands.txt", line -> {
            if (line.startsWith("@")) {
                module[0] = line.substring(1);
            } else {
                String[] parts = line.split("\t", -1);
                add(parts[0], module[0], new Presence(withSeven(Integer.parseInt(parts[1], 16)), 0, isBuiltIn(module[0])), parts[2], parts[3]);
            }
        });
        for (String[] parts : added) {
            int minor = Integer.parseInt(parts[2].substring(2));
            String parameters = parts.length > 4 ? String.join(" ", List.of(parts).subList(4, parts.length)) : "";
            boolean core6 = parts[2].startsWith("6");
            add(parts[1], parts[3], new Presence(core6 ? 0xf0 : 0xc0, core6 ? 0 : minor, true), parameters, "");
        }
        return this;
    }

    /** What PowerShell 6 has is in 7 too. */
    static int withSeven(int bits) {
        return bits | (bits & 0x30) << 2;
    }

    private void add(String name, String module, Presence presence, String parameters, String sets) {
        String key = name.toLowerCase(Locale.ROOT);
        List<KnownParameter> more = moreParameters.getOrDefault(key, List.of()).stream().map(parts -> {
            int colon = parts[2].indexOf(':');
            String parameter = colon < 0 ? parts[2].replace("?", "") : parts[2].substring(0, colon);
            String type = parts[2].endsWith("?") ? "switch" : colon < 0 ? "string" : parts[2].substring(colon + 1);
            return new KnownParameter(parameter, type, new Presence(0xc0, Integer.parseInt(parts[3].substring(2)), true), valuesOf(name + " " + parameter, type));
        }).toList();
        Presence corrected = new Presence(presence.bits() | also.getOrDefault(key, 0), presence.minor7(), presence.builtIn());
        commands.put(key, new KnownCommand(name, module, corrected, parameters, sets, more, Optional.ofNullable(synopses.get(key)), this::valuesOf));
    }

    private List<String> valuesOf(String commandAndParameter, String type) {
        List<String> own = values.get(commandAndParameter.toLowerCase(Locale.ROOT));
        return own != null ? own : values.getOrDefault(type.toLowerCase(Locale.ROOT).replace("[]", ""), List.of());
    }

    private void addition(String line) {
        String[] parts = line.split(" ");
        switch (parts[0]) {
            case "alias" -> {
                aliases.put(parts[1].toLowerCase(Locale.ROOT), parts[2]);
                int bits = parts.length < 4 ? 0xff : switch (parts[3]) {
                    case "desktop" -> 0x0f;
                    case "windows" -> 0x5f;
                    default -> throw new IllegalStateException(line);
                };
                aliasPresence.put(parts[1].toLowerCase(Locale.ROOT), new Presence(bits, 0, true));
            }
            case "synopsis" -> synopses.put(parts[1].toLowerCase(Locale.ROOT), line.substring(line.indexOf(parts[1]) + parts[1].length() + 1));
            case "command" -> added.add(parts);
            case "also" -> List.of(parts).subList(2, parts.length).forEach(name -> also.put(name.toLowerCase(Locale.ROOT), Integer.parseInt(parts[1], 16)));
            case "parameter" -> moreParameters.computeIfAbsent(parts[1].toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(parts);
            case "common" -> common.add(new KnownParameter(parts[1], parts[2], new Presence(Integer.parseInt(parts[3], 16), 0, true),
                values.getOrDefault(parts[2].toLowerCase(Locale.ROOT), List.of())));
            case "type" -> values.put(parts[1].toLowerCase(Locale.ROOT), List.of(parts).subList(2, parts.length));
            case "values" -> values.put((parts[1] + " " + parts[2]).toLowerCase(Locale.ROOT), List.of(parts).subList(3, parts.length));
            default -> throw new IllegalStateException(line);
        }
    }

    private static boolean isBuiltIn(String module) {
        for (String start : BUILT_IN) {
            if (module.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    static void lines(String resource, java.util.function.Consumer<String> each) {
        try (InputStream in = CommandFile.class.getResourceAsStream(resource)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty() && line.charAt(0) != '#').forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
