package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.demo.machine.MachineModel;

/** The files of the machine model. Nothing of the local machine is ever touched. */
final class FileSystem {
    private static final long MOST_BYTES = 64L << 20;
    private final Session session;

    FileSystem(Session session) {
        this.session = session;
    }

    String full(String path) {
        return MachineModel.fullPath(session.folder, path);
    }

    private PsError missing(String path) {
        String full = full(path);
        return new PsError(new ErrorRecord("Cannot find path '" + full + "' because it does not exist.", "PathNotFound", "ObjectNotFound", full + ":String", "",
            "ItemNotFoundException", ""), false, null);
    }

    boolean exists(String path) {
        String full = full(path);
        return isFolder(path) || session.machine.files().containsKey(full) || registry(full) != null;
    }

    boolean isFolder(String path) {
        return session.machine.folderExists(full(path));
    }

    java.util.Map<String, Object> registry(String full) {
        return session.machine.registry().get(full);
    }

    String read(String path) {
        String text = session.machine.files().get(full(path));
        if (text == null) {
            throw missing(path);
        }
        return text;
    }

    void write(String path, String text, boolean append) {
        String full = full(path);
        int slash = full.lastIndexOf('\\');
        if (!session.machine.folderExists(full.substring(0, Math.max(slash, 3)))) {
            throw new PsError(new ErrorRecord("Could not find a part of the path '" + full + "'.", "GetContentWriterDirectoryNotFoundError", "ObjectNotFound", full + ":String", "",
                "DirectoryNotFoundException", ""), false, null);
        }
        String whole = append ? session.machine.files().getOrDefault(full, "") + text : text;
        long others = session.machine.files().entrySet().stream().filter(e -> !e.getKey().equalsIgnoreCase(full)).mapToLong(e -> e.getValue().length()).sum();
        if (others + whole.length() > MOST_BYTES) {
            throw PsError.runtime("There is not enough space on the disk.", "GetContentWriterIOError", "WriteError", "IOException");
        }
        session.machine.files().put(full, whole);
    }

    void makeFolder(String path) {
        session.machine.folders().add(full(path));
    }

    void remove(String path, boolean recurse) {
        String full = full(path);
        if (!exists(path)) {
            throw missing(path);
        }
        session.machine.files().remove(full);
        session.machine.registry().remove(full);
        if (session.machine.folders().contains(full)) {
            boolean hasChildren = children(full).size() > 0;
            if (hasChildren && !recurse) {
                throw PsError.runtime("The item at " + full + " has children and the Recurse parameter was not specified.", "DirectoryNotEmpty", "WriteError", "IOException");
            }
            session.machine.folders().removeIf(f -> f.equalsIgnoreCase(full) || f.toLowerCase(java.util.Locale.ROOT).startsWith(full.toLowerCase(java.util.Locale.ROOT) + "\\"));
            session.machine.files().keySet().removeIf(f -> f.toLowerCase(java.util.Locale.ROOT).startsWith(full.toLowerCase(java.util.Locale.ROOT) + "\\"));
        }
    }

    PsObject item(String path) {
        String full = full(path);
        String name = full.substring(full.lastIndexOf('\\') + 1);
        if (isFolder(path)) {
            return PsObject.of("System.IO.DirectoryInfo", "Mode", "d-----", "LastWriteTime", "", "Length", null, "Name", name.isEmpty() ? full : name, "FullName", full,
                "PSIsContainer", true, "Exists", true, "ToString()", full);
        }
        if (session.machine.files().containsKey(full)) {
            int dot = name.lastIndexOf('.');
            return PsObject.of("System.IO.FileInfo", "Mode", "-a----", "LastWriteTime", "", "Length", session.machine.files().get(full).length(), "Name", name, "FullName", full,
                "BaseName", dot < 0 ? name : name.substring(0, dot), "Extension", dot < 0 ? "" : name.substring(dot), "PSIsContainer", false, "Exists", true, "ToString()", full);
        }
        if (registry(full) != null) {
            PsObject key = PsObject.of("Microsoft.Win32.RegistryKey", "Name", full.replace("HKLM:", "HKEY_LOCAL_MACHINE"), "PSPath", full);
            registry(full).forEach(key::set);
            return key;
        }
        throw missing(path);
    }

    List<String> children(String folder) {
        String prefix = full(folder).endsWith("\\") ? full(folder) : full(folder) + "\\";
        List<String> all = new ArrayList<>();
        List<String> candidates = new ArrayList<>(session.machine.folders());
        candidates.addAll(session.machine.files().keySet());
        candidates.addAll(session.machine.registry().keySet());
        for (String path : candidates) {
            if (path.regionMatches(true, 0, prefix, 0, prefix.length()) && path.indexOf('\\', prefix.length()) < 0) {
                all.add(path);
            }
        }
        return all;
    }
}
