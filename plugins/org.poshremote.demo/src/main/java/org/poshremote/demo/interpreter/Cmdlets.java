package org.poshremote.demo.interpreter;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.poshremote.demo.interpreter.Commands.Body;
import org.poshremote.demo.interpreter.Commands.Cmdlet;

/** The cmdlets that the demo node knows; docs/demo-node.md lists them. */
final class Cmdlets {
    private final Session session;
    private final FileSystem files;
    private final Map<String, Cmdlet> all = new HashMap<>();

    Cmdlets(Session session) {
        this.session = session;
        files = new FileSystem(session);
        writing();
        system();
        new ObjectCmdlets(session, this).register();
        new ItemCmdlets(session, this, files).register();
    }

    FileSystem files() {
        return files;
    }

    Optional<Cmdlet> find(String name) {
        return Optional.ofNullable(all.get(name.toLowerCase(Locale.ROOT)));
    }

    List<String> names() {
        return all.values().stream().map(Cmdlet::name).filter(name -> !session.machine.lacks(name)).sorted().toList();
    }

    /** @param usage the name and then its parameters, as {@link Cmdlet} describes them */
    void add(String usage, Body body) {
        String[] words = usage.split(" ");
        all.put(words[0].toLowerCase(Locale.ROOT), new Cmdlet(words[0], List.of(words).subList(1, words.length), body));
    }

    /** One that runs once and takes no input. */
    void once(String usage, Consumer<Call> work) {
        add(usage, call -> new Stage() {
            @Override
            public void process(Object input) {
                // takes none
            }

            @Override
            public void end() {
                work.accept(call);
            }
        });
    }

    /** One that does the same for its parameter's values and for each input. */
    void each(String usage, String parameter, java.util.function.BiConsumer<Call, Object> work) {
        add(usage, call -> new Stage() {
            @Override
            public void process(Object input) {
                work.accept(call, input);
            }

            @Override
            public void end() {
                boolean literal = parameter.equals("Path") && call.has("LiteralPath"); // the same here, where no path has wildcards
                if (!call.piped() || call.has(parameter) || literal) {
                    Values.list(call.get(literal ? "LiteralPath" : parameter)).forEach(value -> work.accept(call, value));
                }
            }
        });
    }

    PsObject hostObject() {
        return PsObject.of("System.Management.Automation.Internal.Host.InternalHost", "Name", "ConsoleHost", "Version", VersionValue.of(session.machine.powerShellVersion()),
            "CurrentCulture", session.machine.culture());
    }

    private void writing() {
        add("Write-Output InputObject !NoEnumerate? *", call -> new Stage() {
            @Override
            public void process(Object input) {
                call.out().write(input);
            }

            @Override
            public void end() {
                if (call.has("InputObject")) {
                    if (call.is("NoEnumerate")) {
                        call.out().write(call.get("InputObject"));
                    } else {
                        call.out().enumerate(call.get("InputObject"));
                    }
                    call.rest().forEach(call.out()::enumerate);
                }
            }
        });
        each("Write-Host Object !NoNewline? !ForegroundColor !BackgroundColor !Separator *", "Object", (call, value) -> {
            List<Object> rest = new ArrayList<>(List.of(text(value, call)));
            call.rest().forEach(more -> rest.add(text(more, call)));
            session.host.output(String.join(" ", rest.stream().map(Values::text).toList()) + (call.is("NoNewline") ? "" : "\r\n"));
        });
        each("Write-Warning Message", "Message", (call, value) -> session.warning(Values.text(value), call.text("WarningAction", "")));
        each("Write-Verbose Message", "Message", (call, value) -> {
            if (call.is("Verbose") || session.wanted("", "VerbosePreference")) {
                session.host.verbose(Values.text(value));
            }
        });
        each("Write-Debug Message", "Message", (call, value) -> {
            if (call.is("Debug") || session.wanted("", "DebugPreference")) {
                session.host.debug(Values.text(value));
            }
        });
        each("Write-Information MessageData Tags !InformationAction", "MessageData", (call, value) -> {
            if (session.wanted(call.text("InformationAction", ""), "InformationPreference")) {
                session.host.output(Values.text(value) + "\r\n");
            }
        });
        each("Write-Error Message !Exception !ErrorId !Category !TargetObject !RecommendedAction", "Message", (call, value) -> {
            String message = call.has("Exception") && value == null ? Values.text(session.interpreter.evaluator().property(call.get("Exception"), "Message")) : Values.text(value);
            String id = call.text("ErrorId", "Microsoft.PowerShell.Commands.WriteErrorException");
            session.writeError(new ErrorRecord("Write-Error : " + message, id, call.text("Category", "NotSpecified"), call.text("TargetObject"), "Write-Error", "WriteErrorException",
                call.position()), call.errorAction());
        });
        once("Write-Progress Activity Status Id !PercentComplete !SecondsRemaining !CurrentOperation !ParentId !Completed?", call -> {
            if (session.wanted("", "ProgressPreference")) {
                session.host.progress(call.text("Activity"), call.text("Status", "Processing"), call.number("PercentComplete", -1), call.number("SecondsRemaining", -1), call.is("Completed"));
            }
        });
    }

    private static String text(Object value, Call call) {
        String separator = call.text("Separator", " ");
        return Values.enumerable(value) ? String.join(separator, Values.list(value).stream().map(Values::text).toList()) : Values.text(value);
    }

    private void system() {
        once("Start-Sleep Seconds !Milliseconds", call -> {
            long millis = call.has("Milliseconds") ? call.number("Milliseconds", 0) : Math.round(Values.number(call.get("Seconds")).doubleValue() * 1000);
            try {
                Thread.sleep(Duration.ofMillis(Math.max(0, millis)));
            } catch (InterruptedException e) {
                throw new Leave.Interrupted();
            }
            session.step();
        });
        once("Get-Date Date !Format !UFormat", call -> {
            LocalDateTime now = call.has("Date") ? (LocalDateTime) Conversions.to(new TypeValue("System.DateTime"), call.get("Date"), session) : LocalDateTime.now(session.clock);
            call.out().write(call.has("Format") ? Formats.date(now, call.text("Format")) : now);
        });
        once("Get-Random Maximum !Minimum !SetSeed", call -> {
            if (call.has("SetSeed")) {
                session.random.setSeed(call.number("SetSeed", 0));
            }
            int least = call.number("Minimum", 0);
            int most = call.number("Maximum", Integer.MAX_VALUE);
            call.out().write(most <= least ? least : least + (int) (session.random.nextDouble() * ((long) most - least)));
        });
        once("Get-Service Name !DisplayName !ComputerName", call -> services(call));
        once("Get-Process Name !Id", call -> {
            for (String name : List.of("csrss", "lsass", "powershell", "services", "svchost", "System", "winlogon", "wsmprovhost")) {
                boolean wanted = !call.has("Name") || call.list("Name").stream().anyMatch(pattern -> Patterns.like(name, Values.text(pattern), false));
                if (wanted) {
                    call.out().write(PsObject.of("System.Diagnostics.Process", "Id", Math.abs(name.hashCode() % 4000) + 100, "ProcessName", name, "Name", name));
                }
            }
        });
        once("Get-Host", call -> call.out().write(hostObject()));
        once("Get-Culture", call -> call.out().write(PsObject.of("System.Globalization.CultureInfo", "LCID", 1033, "Name", session.machine.culture(), "DisplayName", "English (United States)",
            "ToString()", session.machine.culture())));
        once("Get-Command Name !Module !CommandType", call -> commands(call));
        once("Get-Module Name !ListAvailable?", call -> modules(call));
        once("Import-Module Name !Force? !PassThru? !DisableNameChecking? !Global? !ErrorVariable", call -> {
            for (Object name : call.list("Name")) {
                if (moduleNames().stream().noneMatch(known -> known.equalsIgnoreCase(Values.text(name)))) {
                    session.writeError(new ErrorRecord("Import-Module : The specified module '" + Values.text(name) + "' was not loaded because no valid module file was found in any module directory.",
                        "Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand", "ResourceUnavailable", Values.text(name) + ":String", "Import-Module", "FileNotFoundException", call.position()), call.errorAction());
                }
            }
        });
        for (String wmi : List.of("Get-WmiObject Class !ComputerName !Namespace !Filter !Property", "Get-CimInstance ClassName !Namespace !Filter !Property !ComputerName")) {
            once(wmi, call -> wmi(call));
        }
        once("Invoke-Expression Command", call -> session.interpreter.body(session.scriptBlock(call.text("Command")), call.out()));
        once("Set-StrictMode !Version !Off?", call -> { });
        once("Set-ExecutionPolicy ExecutionPolicy Scope !Force?", call -> { });
        once("Get-ExecutionPolicy Scope !List?", call -> call.out().write("Bypass"));
        once("Get-Location !PSProvider", call -> call.out().write(PsObject.of("System.Management.Automation.PathInfo", "Path", session.folder, "ToString()", session.folder)));
        once("Set-Location Path !LiteralPath !PassThru?", call -> {
            String path = call.text(call.has("LiteralPath") ? "LiteralPath" : "Path");
            if (!files.isFolder(path)) {
                throw new PsError(new ErrorRecord("Cannot find path '" + files.full(path) + "' because it does not exist.", "PathNotFound", "ObjectNotFound",
                    files.full(path) + ":String", "", "ItemNotFoundException", ""), false, null);
            }
            session.folder = files.full(path);
        });
        once("Set-Variable Name Value !Scope !Option !Force?", call -> ("Global".equalsIgnoreCase(call.text("Scope")) ? session.global : "Script".equalsIgnoreCase(call.text("Scope"))
            ? session.scope.script() : session.scope).set(call.text("Name"), call.get("Value")));
        once("Get-Variable Name !Scope !ValueOnly?", call -> {
            for (Object name : call.list("Name")) {
                if (!session.scope.has(Values.text(name))) {
                    throw new PsError(new ErrorRecord("Cannot find a variable with the name '" + Values.text(name) + "'.", "VariableNotFound", "ObjectNotFound", Values.text(name) + ":String", "",
                        "ItemNotFoundException", ""), false, null);
                }
                Object value = session.scope.get(Values.text(name));
                call.out().write(call.is("ValueOnly") ? value : PsObject.of("System.Management.Automation.PSVariable", "Name", name, "Value", value));
            }
        });
        once("Remove-Variable Name !Scope !Force?", call -> call.list("Name").forEach(name -> session.scope.remove(Values.text(name))));
    }

    private void services(Call call) {
        List<Object> patterns = call.has("Name") ? call.list("Name") : List.of("*");
        for (Object pattern : patterns) {
            boolean any = false;
            for (var service : session.machine.services()) {
                if (Patterns.like(service.name(), Values.text(pattern), false)) {
                    any = true;
                    call.out().write(PsObject.of("System.ServiceProcess.ServiceController", "Status", service.running() ? "Running" : "Stopped", "Name", service.name(), "DisplayName",
                        service.displayName(), "StartType", service.startType(), "ServiceName", service.name()));
                }
            }
            if (!any && !Values.text(pattern).contains("*")) {
                String name = Values.text(pattern);
                session.writeError(new ErrorRecord("Get-Service : Cannot find any service with service name '" + name + "'.", "NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand",
                    "ObjectNotFound", name + ":String", "Get-Service", "ServiceCommandException", call.position()), call.errorAction());
            }
        }
    }

    private void commands(Call call) {
        for (Object pattern : call.has("Name") ? call.list("Name") : List.of((Object) "*")) {
            String wanted = Values.text(pattern);
            List<PsObject> found = new ArrayList<>();
            names().stream().filter(name -> Patterns.like(name, wanted, false)).forEach(name -> found.add(command("Cmdlet", name)));
            FunctionValue function = session.scope.function(wanted);
            if (function != null) {
                found.add(command("Function", function.name()));
            }
            if (session.shell.program(wanted).isPresent()) {
                found.add(command("Application", wanted));
            }
            found.forEach(call.out()::write);
            if (found.isEmpty() && !wanted.contains("*")) {
                session.writeError(new ErrorRecord("Get-Command : The term '" + wanted + "' is not recognized as the name of a cmdlet, function, script file, or operable program.",
                    "CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand", "ObjectNotFound", wanted + ":String", "Get-Command", "CommandNotFoundException", call.position()), call.errorAction());
            }
        }
    }

    private static PsObject command(String type, String name) {
        return PsObject.of("System.Management.Automation.CmdletInfo", "CommandType", type, "Name", name, "Version", "", "Source", type.equals("Cmdlet") ? "Microsoft.PowerShell.Core" : "");
    }

    private static List<String> moduleNames() {
        return List.of("Microsoft.PowerShell.Management", "Microsoft.PowerShell.Security", "Microsoft.PowerShell.Utility", "Microsoft.WSMan.Management", "CimCmdlets");
    }

    private void modules(Call call) {
        for (String name : moduleNames()) {
            if (!call.has("Name") || call.list("Name").stream().anyMatch(pattern -> Patterns.like(name, Values.text(pattern), false))) {
                call.out().write(PsObject.of("System.Management.Automation.PSModuleInfo", "ModuleType", "Manifest", "Version", "3.1.0.0", "Name", name));
            }
        }
    }

    private void wmi(Call call) {
        String wanted = call.text(call.has("Class") ? "Class" : "ClassName");
        switch (wanted.toLowerCase(Locale.ROOT)) {
            case "win32_operatingsystem" -> {
                PsObject system = new PsObject("Win32_OperatingSystem");
                session.machine.summary().forEach(system::set);
                call.out().write(system);
            }
            case "win32_computersystem" -> call.out().write(PsObject.of("Win32_ComputerSystem", "Name", session.machine.computerName(), "Domain", "WORKGROUP", "PartOfDomain", false,
                "TotalPhysicalMemory", 4294967296L));
            default -> throw new PsError(new ErrorRecord("Invalid class \"" + wanted + "\"", "GetWMIManagementException", "InvalidType", "", "", "ManagementException", ""), false, null);
        }
    }
}
