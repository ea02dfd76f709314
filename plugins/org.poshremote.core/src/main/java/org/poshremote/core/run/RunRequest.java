package org.poshremote.core.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.target.Target;

/**
 * Everything that a run is asked to do.
 *
 * @param arguments         as {@code powershell -File script} takes them: "-Name", "value", "-Switch", "-Switch:$false"
 * @param workingFolder     on the node
 * @param environment       for the remote process alone
 * @param clrForced         try the CLR 4 child also where it is known to crash
 * @param profileScripts    load the PowerShell profile
 * @param codePage          the target's choice unless set
 * @param acceptedExitCodes codes besides 0 that count as success, unsigned 32 bit
 * @param confirmed         the person agreed to run on this protected target
 */
public record RunRequest(Target target, ScriptSource script, List<String> arguments, StandardInput stdin,
        Optional<String> workingFolder, Map<String, String> environment, PowerShellHost shell, ClrHost clr,
        boolean clrForced, boolean profileScripts, CodePageChoice codePage, Timeouts timeouts,
        Set<Long> acceptedExitCodes, boolean confirmed) {
    public RunRequest {
        Objects.requireNonNull(target);
        Objects.requireNonNull(script);
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(stdin);
        Objects.requireNonNull(workingFolder);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(shell);
        Objects.requireNonNull(clr);
        Objects.requireNonNull(codePage);
        Objects.requireNonNull(timeouts);
        acceptedExitCodes = Set.copyOf(acceptedExitCodes);
    }

    public static Builder of(Target target, ScriptSource script) {
        return new Builder(target, script);
    }

    /** Starts from the defaults of the target. Not thread-safe. */
    public static final class Builder {
        private final Target target;
        private final ScriptSource script;
        private List<String> arguments = List.of();
        private StandardInput stdin = StandardInput.NONE;
        private Optional<String> workingFolder = Optional.empty();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private PowerShellHost shell = PowerShellHost.POWERSHELL;
        private ClrHost clr = ClrHost.DEFAULT;
        private boolean clrForced;
        private boolean profileScripts;
        private CodePageChoice codePage;
        private Timeouts timeouts = Timeouts.NONE;
        private final Set<Long> acceptedExitCodes = new LinkedHashSet<>();
        private boolean confirmed;

        private Builder(Target target, ScriptSource script) {
            this.target = target;
            this.script = script;
            this.codePage = target.codePage();
        }

        public Builder arguments(List<String> value) {
            arguments = value;
            return this;
        }

        public Builder stdin(StandardInput value) {
            stdin = value;
            return this;
        }

        public Builder workingFolder(Optional<String> value) {
            workingFolder = value;
            return this;
        }

        public Builder environment(Map<String, String> value) {
            environment.putAll(value);
            return this;
        }

        public Builder shell(PowerShellHost value) {
            shell = value;
            return this;
        }

        public Builder clr(ClrHost value) {
            clr = value;
            return this;
        }

        public Builder clrForced(boolean value) {
            clrForced = value;
            return this;
        }

        public Builder profileScripts(boolean value) {
            profileScripts = value;
            return this;
        }

        public Builder codePage(CodePageChoice value) {
            codePage = value;
            return this;
        }

        public Builder timeouts(Timeouts value) {
            timeouts = value;
            return this;
        }

        /** Adds to 0, which always counts. */
        public Builder acceptExitCode(long code) {
            acceptedExitCodes.add(code & 0xFFFFFFFFL);
            return this;
        }

        public Builder confirmed(boolean value) {
            confirmed = value;
            return this;
        }

        public RunRequest build() {
            return new RunRequest(target, script, arguments, stdin, workingFolder, environment, shell, clr, clrForced,
                    profileScripts, codePage, timeouts, acceptedExitCodes, confirmed);
        }
    }
}
