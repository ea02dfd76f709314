package org.poshremote.core.diagnose.internal;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.path.EnvironmentProxy;
import org.poshremote.core.path.ProxySettings.Use;
import org.poshremote.core.path.Way;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.wsman.http.Deadline;

/** From the name to an open port. */
final class PathChecks {
    /** How long the other ports are waited for once the target's own is open. */
    private static final long OTHERS_MILLIS = 700;
    private static final Path HOSTS = Path.of(System.getProperty("os.name", "").startsWith("Windows")
        ? System.getenv().getOrDefault("SystemRoot", "C:\\Windows") + "\\System32\\drivers\\etc\\hosts" : "/etc/hosts");

    private PathChecks() {
    }

    static Found name(Probe probe, Facts before) {
        String host = bare(probe.target().host());
        if (!probe.direct()) {
            return Found.skipped("The name is resolved by the proxy or jump host.");
        }
        boolean literal = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("path.name-form", literal ? "address" : host.indexOf('.') < 0 ? "short" : "qualified"));
        try {
            probe.addresses = List.of(resolve(host, probe));
        } catch (UnknownHostException e) {
            evidence.add(new Evidence("path.name", "unknown"));
            return Found.failed("The name " + host + " is not known on this machine.").and(evidence);
        } catch (TimeoutException e) {
            evidence.add(new Evidence("path.name", "timeout"));
            return Found.failed("The name servers of this machine did not answer for " + host + " in time.").and(evidence);
        }
        evidence.add(new Evidence("path.name", "known"));
        boolean inHosts = !literal && inHostsFile(host);
        if (inHosts) {
            evidence.add(new Evidence("path.hosts-file", "yes"));
        }
        for (InetAddress address : probe.addresses) {
            evidence.add(new Evidence("path.address", address.getHostAddress()));
            evidence.add(new Evidence("path.family", address instanceof Inet6Address ? "ipv6" : "ipv4"));
        }
        String addresses = probe.addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        String summary = literal ? host + " is an address." : host + " is " + addresses + (inHosts ? ", from the hosts file of this machine." : ".");
        return Found.passed(summary).and(evidence);
    }

    private static InetAddress[] resolve(String host, Probe probe) throws UnknownHostException, TimeoutException {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        // the platform's resolver knows no deadline, so it is left behind when the time is up
        AutoCloseable end = probe.register((AutoCloseable) () -> found.completeExceptionally(new UnknownHostException("cancelled")));
        Thread.ofPlatform().daemon().name("PoshRemote: resolve").start(() -> {
            try {
                found.complete(InetAddress.getAllByName(host));
            } catch (UnknownHostException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return found.get(probe.left(probe.settings().connect()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        } finally {
            probe.done(end);
        }
    }

    private static boolean inHostsFile(String host) {
        try {
            return Files.readAllLines(HOSTS).stream().map(line -> line.replaceAll("#.*", "").toLowerCase(Locale.ROOT))
                .anyMatch(line -> List.of(line.strip().split("\\s+")).contains(host.toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            return false; // one that cannot be read says nothing
        }
    }

    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The target's proxy, and what of this machine's environment would send other programs through one. */
    static Found proxy(Probe probe, Facts before) {
        if (probe.target().proxy() != ProxyChoice.NONE) {
            return probe.way().proxy().map(server -> Found.passed("The connection goes through the proxy " + server.address()
                    + (probe.target().proxy() instanceof ProxyChoice.Automatic ? ", from " + probe.path().proxies().place() : "") + ".", new Evidence("proxy", "target")))
                .orElseGet(() -> Found.passed("No proxy is set for this node in " + probe.path().proxies().place() + ".", new Evidence("proxy", "none")));
        }
        EnvironmentProxy environment = new EnvironmentProxy(probe.environment());
        Optional<String> variable = environment.variable(probe.target().ssh() ? Use.SSH : probe.target().https() ? Use.HTTPS : Use.HTTP);
        if (variable.isEmpty()) {
            return Found.passed("No proxy is set for this target.", new Evidence("proxy", "none"));
        }
        boolean exempt = environment.exceptions().lists(bare(probe.target().host()));
        return Found.passed("This machine names a proxy in " + variable.get() + (exempt ? ", with an exception for this node." : ".")
            + " The connection goes straight to the node all the same; the target could take the proxy.",
            new Evidence("proxy", exempt ? "environment-exempt" : "environment"));
    }

    /** What lies on the way is asked for its sign-in; a proxy itself answers when it is asked for the port. */
    static Found way(Probe probe, Facts before) {
        Way way = probe.way();
        if (way.refusal().isPresent()) {
            return Found.failed(way.refusal().get(), new Evidence("proxy", "unusable"));
        }
        if (probe.direct()) {
            return Found.skipped("The node is reached straight.");
        }
        Optional<JumpHost> jump = probe.target().jumpHost();
        Evidence by = new Evidence("path.by", jump.isPresent() ? "jump-host" : "proxy");
        try {
            way.open();
            return jump.map(host -> Found.passed("Signed in to the jump host " + host + ".", by, new Evidence("jump-host", "signed-in")))
                .orElseGet(() -> Found.passed("The way goes " + way.words() + ".", by));
        } catch (IOException e) {
            return Found.failed(Dial.text(e), by).and(Failure.ofIo(e));
        }
    }

    static Found tcp(Probe probe, Facts before) {
        int port = probe.target().port();
        if (!probe.direct()) {
            return throughOther(probe);
        }
        Deadline deadline = probe.connecting();
        probe.neighbours = new ConcurrentHashMap<>();
        probe.neighbourThreads = new ArrayList<>();
        InetAddress first = probe.addresses.get(0);
        for (int other : probe.settings().neighbours()) {
            if (other != port) {
                probe.neighbourThreads.add(Thread.ofVirtual().start(() ->
                    probe.neighbours.put(other, Dial.tryPort(probe, first, other, deadline).state())));
            }
        }
        List<Dial.Result> results = tryAll(probe, port, deadline);
        List<Evidence> evidence = new ArrayList<>();
        for (Dial.Result result : results) {
            evidence.add(new Evidence("path.tcp-each", result.address().getHostAddress() + " " + result.state()));
        }
        List<Dial.Result> open = results.stream().filter(Dial.Result::open).toList();
        if (!open.isEmpty()) {
            evidence.add(new Evidence("path.tcp", "open"));
            boolean firstFails = !results.get(0).open();
            if (firstFails) {
                evidence.add(new Evidence("path.first-address", "dead"));
            }
            String summary = "Port " + port + " of " + open.get(0).address().getHostAddress() + " is open.";
            return firstFails
                ? Found.warning(summary + " " + results.get(0).address().getHostAddress() + ", which is tried first, does not answer.").and(evidence)
                : Found.passed(summary).and(evidence);
        }
        // one address that refuses says more than another that is silent
        String state = List.of("refused", "reset", "unreachable", "timeout").stream()
            .filter(candidate -> results.stream().anyMatch(result -> result.state().equals(candidate))).findFirst().orElse("timeout");
        evidence.add(new Evidence("path.tcp", state));
        String what = switch (state) {
            case "refused" -> "Port " + port + " refuses the connection: the machine is there, and nothing listens on this port.";
            case "reset" -> "Port " + port + " broke the connection off at once.";
            case "unreachable" -> "There is no route from this machine to " + probe.target().host() + ".";
            default -> "Port " + port + " did not answer within " + probe.settings().connect().toSeconds() + " s.";
        };
        return Found.failed(what).and(evidence);
    }

    private static List<Dial.Result> tryAll(Probe probe, int port, Deadline deadline) {
        List<CompletableFuture<Dial.Result>> going = probe.addresses.stream().map(address -> {
            CompletableFuture<Dial.Result> result = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> result.complete(Dial.tryPort(probe, address, port, deadline)));
            return result;
        }).toList();
        return going.stream().map(CompletableFuture::join).toList();
    }

    private static Found throughOther(Probe probe) {
        boolean jump = probe.target().jumpHost().isPresent();
        String by = jump ? "jump-host" : "proxy";
        Socket socket = null;
        try {
            socket = probe.register(probe.connector().connect(probe.endpoint(), probe.connecting()));
            return Found.passed("The " + (jump ? "jump host" : "proxy") + " connects to port " + probe.target().port() + ".",
                new Evidence("path.tcp", "open"));
        } catch (IOException e) {
            List<Evidence> evidence = new ArrayList<>(List.of(new Evidence("path.tcp", by + "-failed")));
            evidence.addAll(Failure.ofIo(e));
            return Found.failed(Dial.text(e)).and(evidence);
        } finally {
            if (socket != null) {
                probe.done(socket);
            }
        }
    }

    static Found ports(Probe probe, Facts before) {
        if (!probe.direct()) {
            return Found.skipped("Only the proxy or jump host could look at other ports.");
        }
        boolean reached = before.has("path.tcp", "open");
        long end = System.nanoTime() + (reached ? OTHERS_MILLIS * 1_000_000 : probe.settings().connect().toNanos());
        try {
            for (Thread thread : probe.neighbourThreads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Evidence> evidence = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (int port : probe.settings().neighbours()) {
            if (port == probe.target().port()) {
                continue;
            }
            String state = probe.neighbours.getOrDefault(port, "timeout");
            evidence.add(new Evidence("port." + state, Integer.toString(port)));
            if (state.equals("open")) {
                open.add(Integer.toString(port));
            }
        }
        String summary = open.isEmpty() ? "None of the other usual ports is open." : "Also open: " + String.join(", ", open) + ".";
        return Found.passed(summary).and(evidence);
    }
}
