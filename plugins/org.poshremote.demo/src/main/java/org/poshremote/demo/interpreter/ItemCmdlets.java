package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;

/** Cmdlets for files, folders, registry and environment, all of the machine model. */
final class ItemCmdlets {
    private final Session session;
    private final Cmdlets cmdlets;
    private final FileSystem files;

    ItemCmdlets(Session session, Cmdlets cmdlets, FileSystem files) {
        this.session = session;
        this.cmdlets = cmdlets;
        this.files = files;
    }

    void register() {
        cmdlets.each("Test-Path Path !LiteralPath !PathType", "Path", (call, path) -> call.out().write(exists(Values.text(path), call.text("PathType"))));
        cmdlets.each("Get-Item Path !LiteralPath !Force?", "Path", (call, path) -> guarded(call, () -> call.out().write(item(Values.text(path)))));
        cmdlets.once("Get-ChildItem Path Filter !Recurse? !Force? !File? !Directory? !Include !Name?", call -> guarded(call, () -> children(call)));
        cmdlets.each("Get-Content Path !Raw? !Encoding !TotalCount !LiteralPath", "Path", (call, path) -> guarded(call, () -> {
            String text = files.read(Values.text(path));
            if (call.is("Raw")) {
                call.out().write(text);
            } else {
                text.lines().limit(call.number("TotalCount", Integer.MAX_VALUE)).forEach(call.out()::write);
            }
        }));
        writing("Set-Content", false);
        writing("Add-Content", true);
        writing("Out-File", false);
        cmdlets.once("New-Item Path !ItemType !Value !Force? !Name", call -> {
            String path = call.has("Name") ? call.text("Path") + "\\" + call.text("Name") : call.text("Path");
            if (call.text("ItemType").toLowerCase(java.util.Locale.ROOT).startsWith("dir")) {
                files.makeFolder(path);
            } else {
                files.write(path, call.text("Value"), false);
            }
            call.out().write(files.item(path));
        });
        cmdlets.each("Remove-Item Path !Recurse? !Force? !LiteralPath", "Path", (call, path) -> guarded(call, () ->
            files.remove(Values.text(path instanceof PsObject object && object.has("FullName") ? object.get("FullName") : path), call.is("Recurse"))));
        cmdlets.once("Join-Path Path ChildPath", call -> call.out().write(call.text("Path").replaceAll("\\\\+$", "") + "\\" + call.text("ChildPath").replaceAll("^\\\\+", "")));
        cmdlets.once("Split-Path Path !Parent? !Leaf?", call -> {
            String path = call.text("Path");
            int slash = path.lastIndexOf('\\');
            call.out().write(call.is("Leaf") ? path.substring(slash + 1) : slash < 0 ? "" : path.substring(0, slash));
        });
        cmdlets.each("Resolve-Path Path", "Path", (call, path) -> guarded(call, () -> call.out().write(PsObject.of("PathInfo", "Path", files.item(Values.text(path)).get("FullName"),
            "ToString()", files.full(Values.text(path))))));
        cmdlets.once("Get-ItemProperty Path Name", call -> guarded(call, () -> {
            PsObject item = files.item(call.text("Path"));
            if (call.has("Name") && !item.has(call.text("Name"))) {
                throw PsError.runtime("Property " + call.text("Name") + " does not exist at path " + files.full(call.text("Path")) + ".", "System.Management.Automation.PSArgumentException",
                    "InvalidArgument", "PSArgumentException");
            }
            call.out().write(item);
        }));
        cmdlets.once("Set-ItemProperty Path Name Value !Type !Force?", call -> {
            var key = files.registry(files.full(call.text("Path")));
            if (key == null) {
                files.item(call.text("Path"));
            } else {
                key.put(call.text("Name"), call.get("Value"));
            }
        });
    }

    private boolean exists(String path, String type) {
        if (path.toLowerCase(java.util.Locale.ROOT).startsWith("env:")) {
            return session.environment.containsKey(path.substring(4).replaceAll("^\\\\", ""));
        }
        return files.exists(path) && (type.isEmpty() || type.equalsIgnoreCase("Any") || type.equalsIgnoreCase("Container") == files.isFolder(path));
    }

    private PsObject item(String path) {
        if (path.toLowerCase(java.util.Locale.ROOT).startsWith("env:")) {
            String name = path.substring(4).replaceAll("^\\\\", "");
            return PsObject.of("System.Collections.DictionaryEntry", "Name", name, "Value", session.environment.get(name));
        }
        return files.item(path);
    }

    private void children(Call call) {
        String path = call.has("Path") ? call.text("Path") : session.folder;
        if (path.toLowerCase(java.util.Locale.ROOT).startsWith("env:")) {
            session.environment.forEach((name, value) -> call.out().write(PsObject.of("System.Collections.DictionaryEntry", "Name", name, "Value", value)));
            return;
        }
        files.item(path);
        List<String> left = new ArrayList<>(files.children(path));
        while (!left.isEmpty()) {
            String child = left.remove(0);
            PsObject item = files.item(child);
            boolean folder = Values.truth(item.get("PSIsContainer"));
            boolean wanted = (!call.is("File") || !folder) && (!call.is("Directory") || folder)
                && (!call.has("Filter") || Patterns.like(Values.text(item.get("Name")), call.text("Filter"), false));
            if (wanted) {
                call.out().write(call.is("Name") ? item.get("Name") : item);
            }
            if (folder && call.is("Recurse")) {
                left.addAll(0, files.children(child));
            }
        }
    }

    private void writing(String name, boolean append) {
        String value = name.equals("Out-File") ? "InputObject" : "Value";
        cmdlets.add(name + (name.equals("Out-File") ? " FilePath !Encoding !Append? !InputObject !Width !NoNewline? !Force?" : " Path Value !Encoding !NoNewline? !Force?"), call -> {
            List<Object> lines = new ArrayList<>();
            return new Stage() {
                @Override
                public void process(Object input) {
                    lines.add(input);
                    session.reserve(1);
                }

                @Override
                public void end() {
                    if (call.has(value)) {
                        lines.addAll(call.list(value));
                    }
                    String text = call.is("NoNewline") ? String.join("", lines.stream().map(Values::text).toList()) : new Formatter(session).lines(lines);
                    files.write(call.text(name.equals("Out-File") ? "FilePath" : "Path"), text, append || call.is("Append"));
                }
            };
        });
    }

    /** What is missing is an error of this item alone. */
    private void guarded(Call call, Runnable work) {
        try {
            work.run();
        } catch (PsError e) {
            ErrorRecord error = e.errorRecord();
            session.writeError(new ErrorRecord(call.name() + " : " + error.message(), error.id() + ",Microsoft.PowerShell.Commands." + call.name().replace("-", "") + "Command",
                error.category(), error.target(), call.name(), error.type(), call.position()), call.errorAction());
        }
    }
}
