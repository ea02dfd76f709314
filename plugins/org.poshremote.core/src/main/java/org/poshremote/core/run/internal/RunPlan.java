package org.poshremote.core.run.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.codepage.CodePages;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.language.PowerShellQuoting;

/**
 * What a request comes to, worked out before anything is sent.
 *
 * @param refusal         why it is not to be run; then the rest does not matter
 * @param notes           what the person should know before
 * @param codePage        to be asked for first; empty: the node's own
 * @param fallback        whether the node's own code page may be used where that one is refused
 * @param payload         empty where no bootstrap runs
 * @param consoleMode     of standard input
 */
record RunPlan(Optional<String> refusal, List<String> notes, String commandLine, OptionalInt codePage, boolean fallback,
        Optional<Payload> payload, boolean consoleMode, ClrPlan clr) {

    static RunPlan of(RunRequest request, NodeMemory.Facts known) {
        ClrPlan clr = ClrPlan.of(request.clr(), request.clrForced(), request.shell(), known.clrVersion());
        boolean automatic = request.codePage() instanceof CodePageChoice.Automatic;
        OptionalInt codePage = request.codePage() instanceof CodePageChoice.Fixed fixed ? OptionalInt.of(fixed.number())
                : known.refusesUtf8() ? OptionalInt.empty() : OptionalInt.of(CodePage.UTF_8);
        if (request.shell() == PowerShellHost.CMD) {
            BatchLine batch = BatchLine.of(request.script().text(), request.arguments());
            Optional<String> refusal = refusal(request).or(batch::refusal).or(() -> batchOverSsh(request)).or(() -> sendable(batch.line()) ? Optional.empty()
                    : Optional.of("The batch script holds a character that WinRM cannot carry."));
            return new RunPlan(refusal, List.of(), batch.line(), codePage, automatic, Optional.empty(),
                    request.stdin() instanceof StandardInput.None, clr);
        }
        ScriptFacts facts = ScriptFacts.of(request.script().text());
        RequiresGuard guard = RequiresGuard.of(facts);
        List<String> notes = new ArrayList<>(ScriptNotes.of(facts));
        notes.addAll(guard.notes());
        boolean ssh = request.target().ssh();
        boolean nano = !ssh && request.target().kind() == TargetKind.NANO_TP3 && request.shell() == PowerShellHost.POWERSHELL;
        String line = nano ? CommandLines.nanoTp3() : ssh ? CommandLines.ssh(request.shell(), request.profileScripts(), clr instanceof ClrPlan.Child, codePage)
                : CommandLines.windows(request.shell(), request.profileScripts(), clr instanceof ClrPlan.Child);
        String arguments = PowerShellQuoting.arguments(request.arguments());
        String prepared = ssh ? SshPreparation.text(request.environment(), request.workingFolder()) : "";
        Payload payload = Payload.of(prepared + ClrPlan.guard(clr) + guard.text(), request.script().text(),
                arguments.isEmpty() ? ". $PoshRemote[0]" : ". $PoshRemote[0] " + arguments);
        return new RunPlan(refusal(request), List.copyOf(notes), line, codePage, automatic, Optional.of(payload), false, clr);
    }

    /** For the run's header. */
    String codePageWords() {
        return codePage.isPresent() ? CodePages.of(codePage.getAsInt()) + (fallback ? ", automatic" : "")
                : "the node's own, since it refused 65001 before";
    }

    private static Optional<String> batchOverSsh(RunRequest request) {
        return request.target().ssh() && !(request.environment().isEmpty() && request.workingFolder().isEmpty())
            ? Optional.of("Over SSH a batch gets no environment and no working folder from here: put set and cd /d into its line, joined by &&.") : Optional.empty();
    }

    private static Optional<String> refusal(RunRequest request) {
        if (request.target().protectedTarget() && !request.confirmed()) {
            return Optional.of("The target " + request.target().name() + " is protected: each run on it has to be confirmed.");
        }
        if (!request.target().ssh() && request.target().trust() instanceof TrustChoice.CaFile ca && !readable(ca.path())) {
            return Optional.of("The file of certificate authorities of the target " + request.target().name() + ", " + ca.path()
                    + ", cannot be read here.");
        }
        for (Map.Entry<String, String> variable : request.environment().entrySet()) {
            String name = variable.getKey();
            if (name.isEmpty() || name.indexOf('=') >= 0 || !sendable(name)) {
                return Optional.of("\"" + name + "\" cannot be the name of an environment variable.");
            }
            if (!sendable(variable.getValue())) {
                return Optional.of("The value of the environment variable " + name + " holds a character that WinRM cannot carry.");
            }
        }
        if (request.workingFolder().filter(folder -> !sendable(folder)).isPresent()) {
            return Optional.of("The working folder holds a character that WinRM cannot carry.");
        }
        return Optional.empty();
    }

    private static boolean readable(String path) {
        try {
            return Files.isReadable(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Environment, folder and command line travel as XML 1.0 text (2.2), which has no control characters and no half surrogates. */
    private static boolean sendable(String text) {
        return text.codePoints().allMatch(c -> c >= ' ' && c < 0xD800 || c == '\t' || c == '\r' || c == '\n'
                || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF);
    }
}
