package org.poshremote.core.run.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.language.PowerShellQuoting;

/**
 * The guard that stands for a script's {@code #Requires} lines (about_Requires), since PowerShell checks these for files only.
 * Its text is in PowerShell 2 syntax, writes nothing to standard output and leaves nothing behind in the script's scope.
 *
 * @param text  the guard; empty for a script without {@code #Requires}
 * @param notes lines that could not be read
 */
record RequiresGuard(String text, List<String> notes) {
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)#requires(?=\\s|$)(.*)");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,5}(?:\\.[0-9]{1,9}){0,3}");

    static RequiresGuard of(ScriptFacts facts) {
        StringBuilder text = new StringBuilder();
        List<String> notes = new ArrayList<>();
        for (ScriptFacts.LineComment comment : facts.lineComments()) {
            Matcher directive = DIRECTIVE.matcher(comment.text().stripTrailing());
            if (directive.matches()) {
                Optional<String> check = new Directive(comment.line(), directive.group(1)).check();
                check.ifPresentOrElse(text::append, () -> notes.add("The #Requires in line " + comment.line()
                        + " could not be read and is not checked."));
            }
        }
        return new RequiresGuard(text.toString(), List.copyOf(notes));
    }

    /** One line; {@code check} is empty where it cannot be read. */
    private static final class Directive {
        private final int line;
        private final RequiresTokens tokens;
        private final StringBuilder text = new StringBuilder();

        Directive(int line, String rest) {
            this.line = line;
            tokens = new RequiresTokens(rest);
        }

        Optional<String> check() {
            Map<String, List<RequiresTokens.Value>> parameters = new LinkedHashMap<>();
            while (!tokens.atEnd()) {
                Optional<String> name = tokens.parameter();
                Optional<List<RequiresTokens.Value>> values = name.flatMap(found -> tokens.values());
                if (values.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(name.get().toLowerCase(Locale.ROOT), values.get());
            }
            if (parameters.isEmpty()) {
                return Optional.empty();
            }
            boolean read = true;
            for (Map.Entry<String, List<RequiresTokens.Value>> parameter : parameters.entrySet()) {
                read &= parameter(parameter.getKey(), parameter.getValue(), parameters);
            }
            return read ? Optional.of(text.toString()) : Optional.empty();
        }

        private boolean parameter(String name, List<RequiresTokens.Value> values,
                Map<String, List<RequiresTokens.Value>> all) {
            if (matches(name, "version", 1)) {
                // with -PSSnapin, -Version is the snap-in's
                return all.keySet().stream().anyMatch(other -> matches(other, "pssnapin", 3))
                        || single(values).filter(Directive::isVersion).map(this::version).isPresent();
            }
            if (matches(name, "psedition", 3)) {
                return single(values).map(this::edition).isPresent();
            }
            if (matches(name, "runasadministrator", 1)) {
                administrator();
                return values.isEmpty();
            }
            if (matches(name, "modules", 1)) {
                return !values.isEmpty() && values.stream().allMatch(this::module);
            }
            if (matches(name, "assembly", 1)) {
                values.forEach(value -> assembly(value.text()));
                return !values.isEmpty() && values.stream().noneMatch(RequiresTokens.Value::isTable);
            }
            if (matches(name, "pssnapin", 3)) {
                return single(values).map(this::snapIn).isPresent();
            }
            if (matches(name, "shellid", 1)) {
                return single(values).map(this::shellId).isPresent();
            }
            return false;
        }

        private static boolean matches(String given, String full, int shortest) {
            return given.length() >= shortest && full.startsWith(given);
        }

        private static boolean isVersion(String value) {
            return VERSION.matcher(value).matches();
        }

        private static Optional<String> single(List<RequiresTokens.Value> values) {
            return values.size() == 1 && !values.get(0).isTable() ? Optional.of(values.get(0).text()) : Optional.empty();
        }

        private String version(String version) {
            String[] parts = version.split("\\.");
            String major = parts[0];
            String minor = parts.length > 1 ? parts[1] : "0";
            append("$v = $PSVersionTable.PSVersion");
            append("if (($v.Major -lt " + major + ") -or (($v.Major -eq " + major + ") -and ($v.Minor -lt " + minor + "))) { "
                    + fail("The script needs PowerShell " + version + " or later (#Requires in line " + line
                            + "); this node runs it with PowerShell ", "$v") + " }");
            return version;
        }

        private String edition(String edition) {
            append("$e = $PSVersionTable.PSEdition");
            append("if (-not $e) { $e = 'Desktop' }");
            append("if ($e -ne " + PowerShellQuoting.literal(edition) + ") { " + fail("The script needs the " + edition
                    + " edition of PowerShell (#Requires in line " + line + "); this is ", "$e") + " }");
            return edition;
        }

        private void administrator() {
            append("$u = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())");
            append("if (-not $u.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { "
                    + fail("The script must run as an administrator (#Requires in line " + line
                            + "); this account is not one, or its rights are filtered.", "''") + " }");
        }

        private boolean module(RequiresTokens.Value value) {
            Map<String, String> table = value.isTable() ? value.table() : Map.of("modulename", value.text());
            String name = table.getOrDefault("modulename", "");
            String least = table.getOrDefault("moduleversion", "");
            String most = table.getOrDefault("maximumversion", "").replace("*", "999999999");
            String exact = table.getOrDefault("requiredversion", "");
            String guid = table.getOrDefault("guid", "");
            for (String version : List.of(least, most, exact)) {
                if (!version.isEmpty() && !isVersion(version)) {
                    return false;
                }
            }
            if (name.isEmpty()) {
                return false;
            }
            StringBuilder test = new StringBuilder("($true)");
            if (!least.isEmpty()) {
                test.append(" -and ($_.Version -ge [Version]'").append(twoParts(least)).append("')");
            }
            if (!most.isEmpty()) {
                test.append(" -and ($_.Version -le [Version]'").append(twoParts(most)).append("')");
            }
            if (!exact.isEmpty()) {
                test.append(" -and ($_.Version -eq [Version]'").append(twoParts(exact)).append("')");
            }
            if (!guid.isEmpty()) {
                test.append(" -and ([string]$_.Guid -eq ").append(PowerShellQuoting.literal(guid)).append(')');
            }
            boolean path = name.indexOf('\\') >= 0 || name.indexOf('/') >= 0;
            String quoted = PowerShellQuoting.literal(name);
            append("$m = @(Get-Module" + (path ? "" : " -Name " + quoted) + " | Where-Object { "
                    + (path ? "$_.Path -eq " + quoted + " -and " : "") + test + " })");
            append("if ($m.Length -eq 0) { $m = @(Get-Module -ListAvailable" + (path ? "" : " -Name " + quoted)
                    + " | Where-Object { " + (path ? "$_.Path -eq " + quoted + " -and " : "") + test
                    + " } | Sort-Object Version -Descending); if ($m.Length -gt 0) { Import-Module $m[0] -Global } }");
            append("if ($m.Length -eq 0) { " + fail("The script needs the module " + name
                    + wording(least, " in version ", " or later") + wording(most, " up to version ", "")
                    + wording(exact, " in version ", "") + " (#Requires in line " + line
                    + "); the node does not have it.", "''") + " }");
            return true;
        }

        private void assembly(String assembly) {
            boolean path = assembly.toLowerCase(Locale.ROOT).endsWith(".dll");
            append("$a = $null");
            append("$a = Add-Type " + (path ? "-Path " : "-AssemblyName ") + PowerShellQuoting.literal(assembly)
                    + " -PassThru -ErrorAction SilentlyContinue");
            append("if (-not $?) { " + fail("The script needs the assembly " + assembly + " (#Requires in line " + line
                    + "); it could not be loaded.", "''") + " }");
        }

        private String snapIn(String name) {
            append("if (-not (Get-PSSnapin " + PowerShellQuoting.wildcardLiteral(name)
                    + " -ErrorAction SilentlyContinue)) { " + fail("The script needs the snap-in " + name
                            + " (#Requires in line " + line + "); it is not loaded.", "''") + " }");
            return name;
        }

        private String shellId(String id) {
            append("if ($ShellId -ne " + PowerShellQuoting.literal(id) + ") { " + fail("The script needs the shell " + id
                    + " (#Requires in line " + line + "); this is ", "$ShellId") + " }");
            return id;
        }

        /** A version of one number does not convert to [Version]. */
        private static String twoParts(String version) {
            return version.indexOf('.') < 0 ? version + ".0" : version;
        }

        private static String wording(String value, String before, String after) {
            return value.isEmpty() ? "" : before + value + after;
        }

        /** As the error stream's own text, not an error record: that would name a line of this guard. */
        private static String fail(String message, String detail) {
            return "$Host.UI.WriteErrorLine(" + PowerShellQuoting.literal(message) + " + " + detail + "); exit 1";
        }

        private void append(String statement) {
            text.append(statement).append(";\n");
        }
    }
}
