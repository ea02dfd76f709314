package org.poshremote.editor.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.poshremote.editor.common.EditorPlugin;

/**
 * PowerShellEditorServices, which the person has unpacked, in a PowerShell of this machine, on standard input and output.
 *
 * @param powershell the program
 * @param folder     what the release was unpacked into: holds the folder PowerShellEditorServices and the modules it needs
 */
record EditorServices(String powershell, Path folder) implements ServerStart {
    private static final long GRACE_SECONDS = 3;

    @Override
    public Streams start() throws IOException {
        if (!Files.isRegularFile(folder.resolve(ServerChoice.START))) {
            throw new IOException(NLS.bind(Messages.EditorServices_noScript, folder.resolve(ServerChoice.START)));
        }
        Path log = Files.createDirectories(EditorPlugin.get().getStateLocation().toPath().resolve("editor-services"));
        Process process;
        try {
            process = new ProcessBuilder(command(log)).start();
        } catch (IOException e) {
            throw new IOException(NLS.bind(Messages.EditorServices_noPowerShell, powershell, e.getMessage()), e);
        }
        Thread.ofVirtual().name("PowerShellEditorServices log").start(() -> log(process));
        return new Streams(process.getInputStream(), process.getOutputStream(), () -> end(process));
    }

    List<String> command(Path log) {
        List<String> command = new ArrayList<>(List.of(powershell, "-NoLogo", "-NoProfile", "-NonInteractive"));
        if (Platform.OS.isWindows()) {
            command.addAll(List.of("-ExecutionPolicy", "Bypass"));
        }
        command.addAll(List.of("-Command", "& " + quoted(folder.resolve(ServerChoice.START)) + " -BundledModulesPath " + quoted(folder)
            + " -Stdio -LanguageServiceOnly -HostName 'Eclipse' -HostProfileId 'eclipse' -HostVersion '1.0.0' -LogPath " + quoted(log)
            + " -LogLevel Warning -SessionDetailsPath " + quoted(log.resolve("session.json")) + " -FeatureFlags @() -AdditionalModules @()"));
        return command;
    }

    /** As one literal of PowerShell, which takes four characters as a single quote. */
    private static String quoted(Path path) {
        return "'" + path.toString().replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
    }

    private static void log(Process process) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(ServerLog::line);
        } catch (IOException e) { // it ended in the middle of a line
            ServerLog.line(String.valueOf(e.getMessage()));
        }
    }

    /** It ends by itself once its input ends; a hanging one is ended. */
    private static void end(Process process) {
        Thread.ofVirtual().name("PowerShellEditorServices end").start(() -> {
            try {
                if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
    }

    @Override
    public Object initializationOptions() {
        return Map.of("enableProfileLoading", false);
    }
}
