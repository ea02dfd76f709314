package org.poshremote.demo.interpreter;

import java.util.Arrays;
import java.util.List;

/** System.Version. */
record VersionValue(List<Integer> parts) implements Comparable<VersionValue>, DotNetObject {
    static VersionValue of(Object value) {
        if (value instanceof VersionValue version) {
            return version;
        }
        String text = Values.text(value).strip();
        if (!text.matches("\\d{1,9}(\\.\\d{1,9}){0,3}")) {
            throw Values.cannot(value, "System.Version");
        }
        List<Integer> parts = Arrays.stream(text.split("\\.")).map(Integer::parseInt).toList();
        return new VersionValue(parts.size() == 1 ? List.of(parts.get(0), 0) : parts);
    }

    @Override
    public int compareTo(VersionValue other) {
        for (int i = 0; i < 4; i++) {
            int difference = Integer.compare(part(i), other.part(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int part(int index) {
        return index < parts.size() ? parts.get(index) : -1;
    }

    @Override
    public String typeName() {
        return "System.Version";
    }

    @Override
    public Object property(String lowerName) {
        return switch (lowerName) {
            case "major" -> part(0);
            case "minor" -> part(1);
            case "build" -> part(2);
            case "revision" -> part(3);
            default -> NONE;
        };
    }

    @Override
    public Object call(String lowerName, List<Object> arguments) {
        return NONE;
    }

    @Override
    public String toString() {
        return String.join(".", parts.stream().map(String::valueOf).toList());
    }
}
