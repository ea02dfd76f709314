package org.poshremote.ui.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.run.RunRequest;
import org.poshremote.core.run.ScriptSource;
import org.poshremote.core.run.StandardInput;
import org.poshremote.core.run.Timeouts;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.Target;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.launch.LaunchAttributes.StandardInputKind;

/** Turns a launch configuration into a request. Every refusal is a sentence for the person. */
final class RequestReader {
    private final ILaunchConfiguration configuration;

    RequestReader(ILaunchConfiguration configuration) {
        this.configuration = configuration;
    }

    String targetName() throws CoreException {
        String name = text(LaunchAttributes.TARGET);
        if (name.isEmpty()) {
            throw refused(Messages.RequestReader_noTarget);
        }
        return name;
    }

    /** Where the script lies; checked to be there. */
    Path scriptFile() throws CoreException {
        String name = LaunchFiles.expand(text(LaunchAttributes.SCRIPT));
        if (name.isEmpty()) {
            throw refused(Messages.RequestReader_noScript);
        }
        return existing(name, Messages.RequestReader_scriptMissing);
    }

    /** The request without what only the person can say: whether a protected target may be used. */
    RunRequest.Builder read(Target target) throws CoreException {
        RunRequest.Builder builder = RunRequest.of(withAuthentication(target), script())
                .arguments(arguments(LaunchFiles.expand(text(LaunchAttributes.ARGUMENTS))))
                .stdin(standardInput())
                .workingFolder(Optional.of(LaunchFiles.expand(text(LaunchAttributes.WORKING_FOLDER))).filter(folder -> !folder.isEmpty()))
                .environment(environment())
                .shell(choice(LaunchAttributes.SHELL, PowerShellHost.values(), PowerShellHost::id, PowerShellHost.POWERSHELL))
                .clr(choice(LaunchAttributes.CLR, ClrHost.values(), ClrHost::id, ClrHost.DEFAULT))
                .clrForced(configuration.getAttribute(LaunchAttributes.CLR_FORCED, false))
                .profileScripts(configuration.getAttribute(LaunchAttributes.PROFILE_SCRIPTS, false))
                .timeouts(new Timeouts(seconds(LaunchAttributes.SILENCE_TIMEOUT), seconds(LaunchAttributes.TOTAL_TIMEOUT)));
        String codePage = text(LaunchAttributes.CODE_PAGE);
        if (!codePage.isEmpty()) {
            builder.codePage(CodePageChoice.parse(codePage).orElseThrow(() -> refused(NLS.bind(Messages.RequestReader_codePage, codePage))));
        }
        String codes = text(LaunchAttributes.ACCEPTED_EXIT_CODES);
        acceptedExitCodes(codes).orElseThrow(() -> refused(NLS.bind(Messages.RequestReader_exitCodes, codes))).forEach(builder::acceptExitCode);
        return builder;
    }

    private Target withAuthentication(Target target) throws CoreException {
        String id = text(LaunchAttributes.AUTHENTICATION);
        return id.isEmpty() ? target
                : target.toBuilder().authentication(choice(LaunchAttributes.AUTHENTICATION, AuthenticationChoice.values(), AuthenticationChoice::id,
                        target.authentication())).build();
    }

    private ScriptSource script() throws CoreException {
        String selection = configuration.getAttribute(LaunchAttributes.SCRIPT_TEXT, "");
        if (!selection.isEmpty()) {
            return ScriptSource.of(Messages.RequestReader_selection, selection);
        }
        Path file = scriptFile();
        try {
            return ScriptSource.read(file);
        } catch (IOException e) {
            throw refused(NLS.bind(Messages.RequestReader_scriptUnreadable, file), e);
        }
    }

    private StandardInput standardInput() throws CoreException {
        StandardInputKind kind = choice(LaunchAttributes.STDIN_KIND, StandardInputKind.values(), StandardInputKind::name, StandardInputKind.NONE);
        return switch (kind) {
            case NONE -> StandardInput.NONE;
            case TEXT -> new StandardInput.Bytes(text(LaunchAttributes.STDIN_TEXT).getBytes(StandardCharsets.UTF_8));
            case FILE -> new StandardInput.File(existing(LaunchFiles.expand(text(LaunchAttributes.STDIN_FILE)), Messages.RequestReader_stdinMissing));
        };
    }

    private Path existing(String name, String message) throws CoreException {
        return LaunchFiles.location(name).filter(Files::isRegularFile).orElseThrow(() -> refused(NLS.bind(message, name)));
    }

    private Map<String, String> environment() throws CoreException {
        Map<String, String> expanded = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : configuration.getAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of()).entrySet()) {
            expanded.put(entry.getKey(), LaunchFiles.expand(entry.getValue()));
        }
        return expanded;
    }

    private Optional<Duration> seconds(String attribute) throws CoreException {
        int seconds = configuration.getAttribute(attribute, 0);
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    private <T> T choice(String attribute, T[] values, Function<T, String> id, T standard) throws CoreException {
        String wanted = text(attribute);
        if (wanted.isEmpty()) {
            return standard;
        }
        return Arrays.stream(values).filter(value -> id.apply(value).equals(wanted)).findFirst()
                .orElseThrow(() -> refused(NLS.bind(Messages.RequestReader_unknownChoice, wanted, attribute)));
    }

    private String text(String attribute) throws CoreException {
        return configuration.getAttribute(attribute, "").trim();
    }

    static List<String> arguments(String line) {
        return line.isEmpty() ? List.of() : List.of(DebugPlugin.parseArguments(line));
    }

    /** Empty where the text is not a list of numbers of 32 bits, signed or unsigned, decimal or 0x. */
    static Optional<Set<Long>> acceptedExitCodes(String text) {
        Set<Long> codes = new TreeSet<>();
        for (String word : text.split("[,;\\s]+")) {
            if (word.isEmpty()) {
                continue;
            }
            try {
                long code = Long.decode(word);
                if (code < Integer.MIN_VALUE || code > 0xFFFFFFFFL) {
                    return Optional.empty();
                }
                codes.add(code & 0xFFFFFFFFL);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(codes);
    }

    static CoreException refused(String message) {
        return refused(message, null);
    }

    static CoreException refused(String message, Throwable cause) {
        return new CoreException(new Status(Status.ERROR, PoshRemotePlugin.ID, message, cause));
    }
}
