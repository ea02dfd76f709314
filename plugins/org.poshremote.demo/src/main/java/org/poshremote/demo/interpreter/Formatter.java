package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How objects look as text: strings and numbers as they are, objects as tables or lists. */
final class Formatter {
    private static final int TABLE_COLUMNS = 4;
    private final Session session;

    Formatter(Session session) {
        this.session = session;
    }

    /** Whether the object needs its neighbours to be laid out. */
    static boolean laidOut(Object value) {
        return value instanceof PsObject object && !object.has("ToString()") || value instanceof PsObject item && item.has("Mode") || value instanceof PsHashtable;
    }

    String lines(List<?> values) {
        StringBuilder text = new StringBuilder();
        List<PsObject> group = new ArrayList<>();
        for (Object value : values) {
            if (laidOut(value)) {
                List<PsObject> objects = value instanceof PsHashtable table ? entries(table) : List.of((PsObject) value);
                if (!group.isEmpty() && !group.get(0).typeName().equals(objects.isEmpty() ? "" : objects.get(0).typeName())) {
                    text.append(layout(group));
                    group.clear();
                }
                group.addAll(objects);
            } else {
                text.append(layout(group));
                group.clear();
                text.append(plain(value));
            }
        }
        return text.append(layout(group)).toString();
    }

    private String plain(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof ErrorRecord error) {
            return error.text();
        }
        if (value instanceof DotNetObject object && object instanceof VersionValue version) {
            return table(List.of(PsObject.of("System.Version", "Major", version.property("major"), "Minor", version.property("minor"), "Build", version.property("build"),
                "Revision", version.property("revision"))), List.of("Major", "Minor", "Build", "Revision"));
        }
        if (Values.enumerable(value)) {
            return lines(Values.list(value));
        }
        return Values.text(value) + "\r\n";
    }

    private static List<PsObject> entries(PsHashtable table) {
        List<PsObject> rows = new ArrayList<>();
        table.entries().forEach((key, value) -> rows.add(PsObject.of("System.Collections.DictionaryEntry", "Name", key, "Value", value)));
        return rows;
    }

    private String layout(List<PsObject> group) {
        if (group.isEmpty()) {
            return "";
        }
        List<String> columns = columns(group.get(0));
        return columns.size() <= TABLE_COLUMNS ? table(group, columns) : list(group, columns);
    }

    private static List<String> columns(PsObject object) {
        return switch (object.typeName()) {
            case "System.IO.FileInfo", "System.IO.DirectoryInfo" -> List.of("Mode", "LastWriteTime", "Length", "Name");
            case "System.ServiceProcess.ServiceController" -> List.of("Status", "Name", "DisplayName");
            default -> object.properties().keySet().stream().filter(name -> !name.endsWith("()")).toList();
        };
    }

    String table(List<PsObject> rows, List<String> columns) {
        int[] widths = new int[columns.size()];
        List<List<String>> cells = new ArrayList<>();
        for (PsObject row : rows) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String text = cell(row.get(columns.get(i)));
                line.add(text);
                widths[i] = Math.max(widths[i], Math.max(text.length(), columns.get(i).length()));
            }
            cells.add(line);
        }
        StringBuilder text = new StringBuilder("\r\n");
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append(pad(columns.get(i), widths[i])).append(' ');
            rule.append(pad("-".repeat(columns.get(i).length()), widths[i])).append(' ');
        }
        text.append("\r\n").append(rule).append("\r\n");
        for (int r = 0; r < cells.size(); r++) {
            for (int i = 0; i < columns.size(); i++) {
                String value = cells.get(r).get(i);
                boolean number = rows.get(r).get(columns.get(i)) instanceof Number;
                text.append(number ? " ".repeat(widths[i] - value.length()) + value : pad(value, widths[i])).append(' ');
            }
            text.append("\r\n");
        }
        return text.append("\r\n\r\n").toString();
    }

    String list(List<PsObject> rows, List<String> columns) {
        StringBuilder text = new StringBuilder("\r\n");
        Set<String> names = new LinkedHashSet<>(columns);
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (PsObject row : rows) {
            for (String name : names) {
                text.append(pad(name, width)).append(" : ").append(cell(row.get(name))).append("\r\n");
            }
            text.append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    private String cell(Object value) {
        session.step();
        return switch (value) {
            case List<?> list -> "{" + String.join(", ", list.stream().map(Values::text).toList()) + "}";
            case PsHashtable table -> "{" + String.join(", ", table.entries().keySet().stream().map(Values::text).toList()) + "}";
            case null -> "";
            default -> Values.text(value);
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static Map<String, Object> propertiesOf(Object value) {
        return value instanceof PsObject object ? object.properties() : Map.of();
    }
}
