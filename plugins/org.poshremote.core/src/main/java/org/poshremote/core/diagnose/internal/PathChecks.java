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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
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

    /** What of this machine's environment would send other programs through a proxy. */
    static Found proxy(Probe probe, Facts before) {
        if (probe.target().proxy().isPresent()) {
            return Found.passed("The target names a proxy; the connection goes through it.", new Evidence("proxy", "target"));
        }
        Map<String, String> environment = probe.environment();
        String variable = probe.target().https() ? "HTTPS_PROXY" : "HTTP_PROXY";
        boolean set = !environment.getOrDefault(variable, environment.getOrDefault(variable.toLowerCase(Locale.ROOT), "")).isBlank();
        if (!set) {
            return Found.passed("No proxy is set for this target.", new Evidence("proxy", "none"));
        }
        String exceptions = environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""));
        boolean exempt = exempt(bare(probe.target().host()), exceptions);
        return Found.passed("This machine names a proxy in " + variable + (exempt ? ", with an exception for this node." : ".")
            + " The connection goes straight to the node all the same; the target could name the proxy.",
            new Evidence("proxy", exempt ? "environment-exempt" : "environment"));
    }

    private static boolean exempt(String host, String list) {
        String name = host.toLowerCase(Locale.ROOT);
        for (String part : list.toLowerCase(Locale.ROOT).split(",")) {
            String exception = part.strip().replaceFirst("^\\*?\\.", "");
            if (exception.equals("*") || !exception.isEmpty() && (name.equals(exception) || name.endsWith("." + exception))) {
                return true;
            }
        }
        return false;
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
        String by = probe.target().proxy().isPresent() ? "proxy" : "jump-host";
        Socket socket = null;
        try {
            socket = probe.register(probe.connector().connect(probe.endpoint(), probe.connecting()));
            return Found.passed("The " + by.replace('-', ' ') + " connects to port " + probe.target().port() + ".",
                new Evidence("path.tcp", "open"), new Evidence("path.by", by));
        } catch (IOException e) {
            List<Evidence> evidence = new ArrayList<>(List.of(new Evidence("path.tcp", by + "-failed"), new Evidence("path.by", by)));
            evidence.addAll(Failure.ofIo(e));
            return Found.failed("The way through the " + by.replace('-', ' ') + " failed: " + Dial.text(e)).and(evidence);
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
