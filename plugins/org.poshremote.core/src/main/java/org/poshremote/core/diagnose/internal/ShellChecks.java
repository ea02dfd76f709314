package org.poshremote.core.diagnose.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.codepage.CodePages;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.target.TargetKind;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.winrs.CommandState;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.RemoteCommand;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.ShellOptions;
import org.poshremote.wsman.winrs.StreamChunk;
import org.poshremote.wsman.winrs.WinRs;

/** Whether commands can be run; each leaves the node as it was. */
final class ShellChecks {
    private static final Duration IDLE = Duration.ofMinutes(3);
    private static final String GREETING = "PoshRemote";
    private static final String TROUBLE = "to stderr";
    private static final int EXIT_CODE = 7;
    private static final String LETTERS = "\u00e9\u00e4\u00df\u03a9\u0416\u65e5\u672c";
    private static final int MOST_OUTPUT = 64 * 1024;

    private ShellChecks() {
    }

    static Found open(Probe probe, Facts before) {
        if (probe.client.isEmpty()) {
            return Found.skipped("Nobody signed in.");
        }
        WinRs client = probe.client.get();
        OptionalInt page = probe.target().codePage() instanceof CodePageChoice.Fixed fixed ? OptionalInt.of(fixed.number()) : OptionalInt.of(65001);
        try {
            try {
                keep(probe, client.open(options(page)), page);
            } catch (FaultException e) {
                if (e.fault().code() != Fault.CODE_PAGE_NOT_SUPPORTED || !(probe.target().codePage() instanceof CodePageChoice.Automatic)) {
                    throw e;
                }
                keep(probe, client.open(options(OptionalInt.empty())), OptionalInt.empty());
            }
            String words = probe.codePage.isPresent() ? "with code page " + probe.codePage.getAsInt()
                : "with the node's own code page, as it refuses 65001";
            return Found.passed("A command shell was opened " + words + ".",
                new Evidence("shell.code-page", probe.codePage.isPresent() ? Integer.toString(probe.codePage.getAsInt()) : "own"));
        } catch (WsmanException e) {
            return Found.failed("The node opens no command shell: " + e.getMessage()).and(Failure.of(e, "shell"));
        }
    }

    private static void keep(Probe probe, Shell shell, OptionalInt page) {
        probe.shell = Optional.of(probe.register(shell));
        probe.codePage = page;
    }

    private static ShellOptions options(OptionalInt page) {
        return new ShellOptions(page, true, Optional.empty(), Map.of(), IDLE);
    }

    /** What a command left behind; empty exit code where the time was up. */
    private record Ended(byte[] out, byte[] err, OptionalLong exitCode) {
    }

    private static Ended run(Probe probe, String line) throws WsmanException {
        RemoteCommand command = probe.shell.orElseThrow().start(line, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        var patience = probe.answering();
        while (!patience.passed() && !probe.cancelled()) {
            Received received = command.receive();
            for (StreamChunk chunk : received.chunks()) {
                ByteArrayOutputStream stream = chunk.stream().equals("stderr") ? err : out;
                stream.write(chunk.data(), 0, Math.min(chunk.data().length, Math.max(0, MOST_OUTPUT - stream.size())));
            }
            if (received.state() == CommandState.DONE) {
                return new Ended(out.toByteArray(), err.toByteArray(), received.exitCode());
            }
        }
        return new Ended(out.toByteArray(), err.toByteArray(), OptionalLong.empty());
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static Found command(Probe probe, Facts before) {
        if (probe.shell.isEmpty()) {
            return Found.skipped("There is no shell.");
        }
        try {
            Ended ended = run(probe, "echo " + GREETING + "& echo " + TROUBLE + " 1>&2& exit " + EXIT_CODE);
            List<Evidence> evidence = new ArrayList<>();
            if (ended.exitCode().isEmpty()) {
                evidence.add(new Evidence("command", "no-end"));
                return Found.failed("A command was started and did not end in time.").and(evidence);
            }
            long code = ended.exitCode().getAsLong();
            evidence.add(Evidence.of("command.exit-code", code));
            boolean output = ascii(ended.out()).contains(GREETING);
            boolean errors = ascii(ended.err()).contains(TROUBLE);
            if (output && errors && code == EXIT_CODE) {
                return Found.passed("Output, error output and exit code of a command arrive.", new Evidence("command", "ok"));
            }
            evidence.add(new Evidence("command", !output ? "no-output" : !errors ? "no-error-output" : "wrong-exit-code"));
            return Found.failed("A command ran, but " + (!output ? "its output" : !errors ? "its error output" : "its exit code") + " did not arrive.")
                .and(evidence);
        } catch (WsmanException e) {
            return Found.failed("The node runs no command: " + e.getMessage()).and(Failure.of(e, "command"));
        }
    }

    static Found codePage(Probe probe, Facts before) {
        if (probe.shell.isEmpty() || probe.codePage.isEmpty()) {
            return Found.skipped(probe.shell.isEmpty() ? "There is no shell." : "Which code page the node chose is not known.");
        }
        Optional<Charset> charset = CodePages.of(probe.codePage.getAsInt()).charset();
        if (charset.isEmpty() || !charset.get().canEncode()) {
            return Found.skipped("This Java cannot decode code page " + probe.codePage.getAsInt() + ".");
        }
        StringBuilder letters = new StringBuilder();
        LETTERS.chars().filter(c -> charset.get().newEncoder().canEncode((char) c)).forEach(c -> letters.append((char) c));
        if (letters.isEmpty()) {
            return Found.skipped("The code page has none of the letters that are tried.");
        }
        try {
            Ended ended = run(probe, "echo " + letters);
            String back = new String(ended.out(), charset.get()).strip();
            List<Evidence> evidence = List.of(new Evidence("code-page.sent", letters.toString()), new Evidence("code-page.back", back));
            if (back.contains(letters)) {
                return Found.passed("Letters beyond English come back whole in code page " + probe.codePage.getAsInt() + ".", new Evidence("code-page", "ok"));
            }
            return Found.warning("Letters are lost in code page " + probe.codePage.getAsInt() + ": " + letters + " came back as " + back + ".",
                new Evidence("code-page", "lost")).and(evidence);
        } catch (WsmanException e) {
            return Found.failed("The node runs no command: " + e.getMessage()).and(Failure.of(e, "code-page"));
        }
    }

    static Found powerShell(Probe probe, Facts before) {
        if (probe.shell.isEmpty()) {
            return Found.skipped("There is no shell.");
        }
        try {
            Ended ended = run(probe, commandLine(probe));
            Map<String, String> facts = facts(ascii(ended.out()));
            List<Evidence> evidence = new ArrayList<>();
            facts.forEach((key, value) -> evidence.add(new Evidence("powershell." + key, value)));
            if (!facts.containsKey("version")) {
                boolean late = ended.exitCode().isEmpty();
                evidence.add(new Evidence("powershell", late ? "no-end" : "none"));
                ended.exitCode().ifPresent(code -> evidence.add(Evidence.of("powershell.exit-code", code)));
                return Found.failed(late ? "PowerShell was started and said nothing in time."
                    : "PowerShell does not start on the node: exit code " + ended.exitCode().getAsLong() + ".").and(evidence);
            }
            evidence.add(new Evidence("powershell", "ok"));
            evidence.add(new Evidence("powershell.major", facts.get("version").split("\\.")[0]));
            String summary = "PowerShell " + facts.get("version") + " on CLR " + facts.getOrDefault("clr", "?") + ", language mode "
                + facts.getOrDefault("language", "?") + ", execution policy " + facts.getOrDefault("policy", "?") + ".";
            boolean limited = facts.getOrDefault("language", "FullLanguage").matches("ConstrainedLanguage|RestrictedLanguage|NoLanguage");
            return (limited ? Found.warning(summary + " Scripts are limited by that language mode.") : Found.passed(summary)).and(evidence);
        } catch (WsmanException e) {
            return Found.failed("The node does not run PowerShell: " + e.getMessage()).and(Failure.of(e, "powershell"));
        }
    }

    private static String commandLine(Probe probe) {
        if (probe.target().kind() == TargetKind.NANO_TP3) {
            return "powershell \"" + ProbeScript.oneLine() + "\"";
        }
        return "powershell -NoLogo -NoProfile -NonInteractive -InputFormat None -EncodedCommand "
            + Base64.getEncoder().encodeToString(ProbeScript.text().getBytes(StandardCharsets.UTF_16LE));
    }

    /** Lines "PR-key=value". */
    private static Map<String, String> facts(String out) {
        Map<String, String> facts = new TreeMap<>();
        out.lines().map(String::strip).filter(line -> line.startsWith("PR-") && line.indexOf('=') > 3).forEach(line -> {
            String value = line.substring(line.indexOf('=') + 1).replaceAll("[^\\x20-\\x7e]", "?").strip();
            if (!value.isEmpty()) {
                facts.put(line.substring(3, line.indexOf('=')).toLowerCase(Locale.ROOT), value);
            }
        });
        return facts;
    }
}
