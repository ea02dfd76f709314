package org.poshremote.demo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import org.poshremote.demo.personality.Personality;

/**
 * The machine that a demo node pretends to be. Data alone: whatever a script does on it touches this copy and nothing of the
 * machine that the demo node runs on. One copy for each program, so that no run sees another's traces.
 */
public final class MachineModel {
    /** A Windows service. */
    public record Service(String name, String displayName, boolean running, String startType) {
    }

    private final JsonNode data;
    private final Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> folders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Map<String, Object>> registry = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> missingCommands = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Service> services = new ArrayList<>();

    private MachineModel(JsonNode data) {
        this.data = data;
        data.required("environment").properties().forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        data.required("folders").forEach(folder -> folders.add(folder.asText()));
        data.required("files").properties().forEach(e -> files.put(e.getKey(), e.getValue().asText()));
        data.required("registry").properties().forEach(key -> {
            Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            key.getValue().properties().forEach(v -> values.put(v.getKey(), v.getValue().isInt() ? (Object) v.getValue().asInt() : v.getValue().asText()));
            registry.put(key.getKey(), values);
        });
        data.required("missingCommands").forEach(name -> missingCommands.add(name.asText()));
        data.required("services").forEach(s -> services.add(new Service(s.required("name").asText(), s.required("displayName").asText(),
            s.required("running").asBoolean(), s.required("startType").asText())));
    }

    /** @throws IllegalArgumentException where the personality's data has no machine */
    public static MachineModel of(Personality personality) {
        return new MachineModel(personality.document().required("machine"));
    }

    private String text(String name) {
        return data.required(name).asText();
    }

    public String computerName() {
        return text("computerName");
    }

    /** Such as "5.1.20348.2227". */
    public String powerShellVersion() {
        return text("powerShellVersion");
    }

    /** "Desktop", "Core", or empty before 5.1. */
    public String powerShellEdition() {
        return text("powerShellEdition");
    }

    public int powerShellMajor() {
        return Integer.parseInt(powerShellVersion().split("\\.")[0]);
    }

    public String clrVersion() {
        return text("clrVersion");
    }

    public String osVersion() {
        return text("osVersion");
    }

    public String osCaption() {
        return text("osCaption");
    }

    public String culture() {
        return text("culture");
    }

    public int bits() {
        return data.required("bits").asInt();
    }

    /** Whether its PowerShell knows -Verbose, -Debug and -Command alone. */
    public boolean fewSwitches() {
        return data.required("fewSwitches").asBoolean();
    }

    /** Whether a PowerShell child with COMPLUS_version=v4… dies almost at once, as it does in a remote shell on PowerShell 2. */
    public boolean clr4ChildCrashes() {
        return data.required("clr4ChildCrashes").asBoolean();
    }

    /** Commands that this Windows does not have, although others do. */
    public boolean lacks(String command) {
        return missingCommands.contains(command);
    }

    public List<Service> services() {
        return services;
    }

    /** Of the machine; the shell's own come on top. Changeable. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Text files by full path. Changeable. */
    public Map<String, String> files() {
        return files;
    }

    /** Full paths. Changeable. */
    public Set<String> folders() {
        return folders;
    }

    /** Values by key path such as "HKLM:\SOFTWARE\…". Changeable. */
    public Map<String, Map<String, Object>> registry() {
        return registry;
    }

    /** A full path for one that may be relative; "." and ".." are resolved, the drive is upper case. */
    public static String fullPath(String folder, String path) {
        String joined = path.replace('/', '\\');
        boolean absolute = joined.matches("(?i)[a-z]:.*|\\\\\\\\.*|HK(LM|CU):.*");
        if (!absolute) {
            joined = (joined.startsWith("\\") ? folder.substring(0, 2) : folder + "\\") + joined;
        }
        List<String> parts = new ArrayList<>();
        for (String part : joined.split("\\\\")) {
            if (part.equals("..") && parts.size() > 1) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            return folder;
        }
        String drive = parts.get(0).toUpperCase(Locale.ROOT);
        parts.set(0, drive);
        return parts.size() == 1 ? drive + "\\" : String.join("\\", parts);
    }

    public boolean folderExists(String fullPath) {
        String plain = fullPath.endsWith("\\") && fullPath.length() > 3 ? fullPath.substring(0, fullPath.length() - 1) : fullPath;
        return plain.matches("(?i)c:\\\\?") || folders.contains(plain);
    }

    /** What the machine is made of besides, for listings: name to value. */
    public Map<String, String> summary() {
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("Caption", osCaption());
        summary.put("Version", osVersion());
        summary.put("BuildNumber", osVersion().split("\\.").length > 2 ? osVersion().split("\\.")[2] : "");
        summary.put("CSName", computerName());
        summary.put("OSArchitecture", bits() + "-bit");
        return summary;
    }
}
