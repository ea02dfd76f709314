package org.poshremote.architecture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the constant pool of a class file (JVMS 4.4) names: packages, and methods called. */
record ClassFile(Set<String> packages, Set<String> calls) {
    private static final Pattern TYPE_IN_DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

    /** Calls are written as {@code java/lang/Thread.join}. */
    static ClassFile read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("not a class file");
        }
        in.readInt(); // minor and major version
        int count = in.readUnsignedShort();
        String[] text = new String[count];
        int[] first = new int[count];
        int[] second = new int[count];
        List<Integer> types = new ArrayList<>();
        List<Integer> methods = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> text[i] = in.readUTF();
                case 3, 4 -> in.readInt();
                case 5, 6 -> {
                    in.readLong();
                    i++; // long and double take two entries
                }
                case 7 -> {
                    first[i] = in.readUnsignedShort();
                    types.add(i);
                }
                case 8, 16, 19, 20 -> in.readUnsignedShort();
                case 9, 12, 17, 18 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                case 10, 11 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                    methods.add(i);
                }
                case 15 -> {
                    in.readUnsignedByte();
                    in.readUnsignedShort();
                }
                default -> throw new IOException("constant pool tag " + tag);
            }
        }
        Set<String> packages = new TreeSet<>();
        for (int type : types) {
            addPackage(packages, text[first[type]]);
        }
        for (String constant : text) {
            if (constant != null) {
                Matcher matcher = TYPE_IN_DESCRIPTOR.matcher(constant);
                while (matcher.find()) {
                    addPackage(packages, matcher.group(1));
                }
            }
        }
        Set<String> calls = new TreeSet<>();
        for (int method : methods) {
            calls.add(text[first[first[method]]] + "." + text[first[second[method]]]);
        }
        return new ClassFile(packages, calls);
    }

    private static void addPackage(Set<String> packages, String internalName) {
        int slash = internalName.lastIndexOf('/');
        if (slash > 0 && !internalName.startsWith("[")) {
            packages.add(internalName.substring(0, slash).replace('/', '.'));
        }
    }
}
