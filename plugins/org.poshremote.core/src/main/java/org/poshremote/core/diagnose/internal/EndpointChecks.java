package org.poshremote.core.diagnose.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.psrp.RunspacePool;

/** What the service has beside the command shell: the endpoint of PowerShell remoting, and its settings. */
final class EndpointChecks {
    private static final long ACCESS_DENIED = 5;

    /** What people meet first of all limits, in this order. */
    private static final Map<String, String> LIMITS = limitsByPath();

    private EndpointChecks() {
    }

    private static Map<String, String> limitsByPath() {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("Winrs/MaxMemoryPerShellMB", "memory of a shell %s MB");
        limits.put("Winrs/MaxShellsPerUser", "shells of an account %s");
        limits.put("Winrs/MaxProcessesPerShell", "processes of a shell %s");
        limits.put("Service/MaxConcurrentOperationsPerUser", "operations of an account %s");
        limits.put("MaxEnvelopeSizekb", "a message %s KB");
        limits.put("MaxTimeoutms", "an operation %s ms");
        return limits;
    }

    /** Runs of PoshRemote do without it: where it does not work, that is a warning. */
    static Found remoting(Probe probe, Facts before) {
        if (probe.client.isEmpty() || probe.shell.isEmpty()) {
            return Found.skipped("There is no shell.");
        }
        var patience = probe.answering();
        String endpoint = RunspacePool.DEFAULT_ENDPOINT;
        try (RunspacePool pool = probe.register(RunspacePool.open(probe.client.get(), endpoint, () -> !patience.passed() && !probe.cancelled()))) {
            RunspacePool.Greeting greeting = pool.greeting();
            List<Evidence> evidence = new ArrayList<>();
            evidence.add(new Evidence("remoting", "ok"));
            evidence.add(new Evidence("remoting.protocol", greeting.protocol()));
            greeting.powerShell().ifPresent(version -> evidence.add(new Evidence("remoting.powershell", version)));
            return Found.passed("The endpoint " + endpoint + " opens" + greeting.powerShell().map(version -> ": PowerShell " + version).orElse("")
                + ", protocol " + greeting.protocol() + ".").and(evidence);
        } catch (RunspacePool.NotOpenedException e) {
            return Found.warning("The endpoint " + endpoint + " does not open: " + e.getMessage() + ". Scripts run without it.", new Evidence("remoting", "not-opened"));
        } catch (WsmanException e) {
            return Found.warning("The endpoint " + endpoint + " does not open: " + e.getMessage() + " Scripts run without it.", new Evidence("remoting", "refused"))
                .and(Failure.of(e, "remoting"));
        }
    }

    /** Information alone: a limit that is met speaks for itself, with a fault of its own. */
    static Found limits(Probe probe, Facts before) {
        if (probe.client.isEmpty()) {
            return Found.skipped("Nobody signed in.");
        }
        try {
            Map<String, String> configuration = probe.client.get().configuration();
            List<Evidence> evidence = new ArrayList<>();
            List<String> words = new ArrayList<>();
            LIMITS.forEach((path, sentence) -> {
                String value = configuration.get(path);
                if (value != null) {
                    words.add(String.format(Locale.ROOT, sentence, value));
                    evidence.add(new Evidence("limit." + path.substring(path.indexOf('/') + 1).toLowerCase(Locale.ROOT), value));
                }
            });
            configuration.forEach((path, value) -> {
                if (path.startsWith("Service/")) {
                    evidence.add(new Evidence("config." + path.substring("Service/".length()).replace('/', '.').toLowerCase(Locale.ROOT), value));
                }
            });
            return words.isEmpty() ? Found.skipped("The node tells no limits.") : Found.passed("At most: " + String.join(", ", words) + ".").and(evidence);
        } catch (FaultException e) {
            if (e.fault().code() == ACCESS_DENIED) {
                return Found.skipped("Only administrators may read them.");
            }
            return Found.skipped("The node does not tell them: " + e.getMessage());
        } catch (WsmanException e) {
            return Found.skipped("The node does not tell them: " + e.getMessage());
        }
    }
}
