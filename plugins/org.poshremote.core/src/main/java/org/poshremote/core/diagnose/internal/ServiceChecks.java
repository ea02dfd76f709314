package org.poshremote.core.diagnose.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.core.certificate.Certificates;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.http.HttpReply;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.ReplyReader;
import org.poshremote.wsman.soap.ReplyReader.NotSoapException;

/** Who answers on the port, before anybody signs in. */
final class ServiceChecks {
    /** Kerberos takes five minutes by default (RFC 4120 1.6). */
    private static final long SKEW_SECONDS = 300;
    private static final byte[] IDENTIFY = ("<s:Envelope xmlns:s=\"" + Names.SOAP + "\" xmlns:wsmid=\"" + Names.IDENTITY
        + "\"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>").getBytes(StandardCharsets.UTF_8);

    private ServiceChecks() {
    }

    /** Identify as nobody (DSP0226 11). Over a certificate that is not trusted too: nothing secret goes along. */
    static Found answer(Probe probe, Facts before) {
        Lane lane = probe.lane(seenTrust(probe));
        try {
            HttpReply reply = lane.postAnonymous(IDENTIFY, "WSMANIDENTIFY", "unauthenticated", probe.left(probe.settings().answer()));
            return judged(probe, reply);
        } catch (TransportException e) {
            return noAnswer(probe, e);
        } catch (WsmanException e) {
            return Found.failed(e.getMessage()).and(Failure.of(e, "identify"));
        } finally {
            probe.done(lane);
        }
    }

    /** The certificate that was just looked at, whatever it is worth: so that the answers are of the same machine. */
    private static Trust seenTrust(Probe probe) {
        return probe.chain.isEmpty() ? Trust.SYSTEM : new Trust.Pinned(Certificates.sha256(probe.chain.get(0)));
    }

    private static Found noAnswer(Probe probe, TransportException e) {
        List<Evidence> evidence = new ArrayList<>(Failure.of(e, "identify"));
        if (!probe.target().https() && e.kind() != TransportException.Kind.CANCELLED && TlsChecks.speaksTls(probe)) {
            evidence.add(new Evidence("port.speaks", "tls"));
            return Found.failed("The port speaks TLS, and the target says HTTP.").and(evidence);
        }
        return Found.failed(e.getMessage()).and(evidence);
    }

    private static Found judged(Probe probe, HttpReply reply) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("http.status", reply.status()));
        reply.header("server").ifPresent(server -> {
            evidence.add(new Evidence("http.server", server));
            evidence.add(new Evidence("http.sys", server.startsWith("Microsoft-HTTPAPI/") ? "yes" : "no"));
        });
        reply.header("via").ifPresent(via -> evidence.add(new Evidence("http.via", via)));
        reply.header("date").ifPresent(date -> evidence.add(new Evidence("http.date", date)));
        String excerpt = new String(reply.body(), 0, Math.min(500, reply.body().length), StandardCharsets.UTF_8);
        evidence.add(new Evidence("http.body", Failure.body(excerpt)));
        skew(reply).ifPresent(skew -> {
            evidence.add(Evidence.of("clock.skew", Math.abs(skew.toSeconds())));
            evidence.add(new Evidence("clock.node", skew.isNegative() ? "behind" : "ahead"));
        });
        if (reply.status() == 401) { // some services want a sign-in for Identify as well
            return Found.passed("The service asks to sign in before it says what it is.").and(evidence);
        }
        if (reply.status() != 200) {
            evidence.add(new Evidence("failed.at", "identify"));
            return Found.failed("Port " + probe.target().port() + " answers with HTTP status " + reply.status() + " instead of WS-Management.").and(evidence);
        }
        Map<String, String> identity = new HashMap<>();
        try {
            ReplyReader.read(reply.body(), "", (reader, namespace, name) -> {
                if (namespace.equals(Names.IDENTITY)) {
                    identity.put(name, name.equals("IdentifyResponse") ? "" : reader.text().strip());
                }
            }).ifPresent(fault -> evidence.add(Evidence.of("code", fault.code())));
        } catch (NotSoapException e) {
            identity.clear();
        }
        if (!identity.containsKey("IdentifyResponse")) {
            evidence.add(new Evidence("failed.at", "identify"));
            evidence.add(new Evidence("service", "not-wsman"));
            return Found.failed("Port " + probe.target().port() + " answers, but not in WS-Management.").and(evidence);
        }
        evidence.addAll(product(identity.getOrDefault("ProductVendor", ""), identity.getOrDefault("ProductVersion", "")));
        return Found.passed(identity.getOrDefault("ProductVendor", "An unnamed product") + ", " + identity.getOrDefault("ProductVersion", "no version")
            + ".").and(evidence);
    }

    /** "OS: 10.0.20348 SP: 0.0 Stack: 3.0", in which the OS is 0.0.0 to whoever has not signed in. */
    static List<Evidence> product(String vendor, String version) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("service.vendor", vendor));
        evidence.add(new Evidence("service.microsoft", vendor.startsWith("Microsoft") ? "yes" : "no"));
        evidence.add(new Evidence("service.product", version));
        part(version, "Stack: ").ifPresent(stack -> evidence.add(new Evidence("service.stack", stack)));
        part(version, "OS: ").filter(os -> !os.startsWith("0.")).ifPresent(os -> evidence.add(new Evidence("service.os", os)));
        return evidence;
    }

    private static Optional<String> part(String version, String name) {
        int at = version.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(version.substring(at + name.length()).split("\\s", 2)[0]);
    }

    private static Optional<Duration> skew(HttpReply reply) {
        try {
            return reply.header("date").map(text -> Duration.between(Instant.now(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Found clock(Probe probe, Facts before) {
        Optional<String> seconds = before.values("clock.skew").stream().findFirst();
        if (seconds.isEmpty()) {
            return Found.skipped("The node does not say what time it is.");
        }
        long skew = Long.parseLong(seconds.get());
        String direction = before.has("clock.node", "behind") ? "behind" : "ahead of";
        if (skew <= SKEW_SECONDS) {
            return Found.passed(skew <= 2 ? "The clocks agree." : "The node is " + words(skew) + " " + direction + " this machine.");
        }
        return Found.warning("The node is " + words(skew) + " " + direction + " this machine; Kerberos bears five minutes.", new Evidence("clock", "wrong"));
    }

    private static String words(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " minutes" : seconds < 172_800 ? seconds / 3600 + " hours"
            : seconds / 86_400 + " days";
    }

    /** Which of the usual schemes are not offered, and why as a rule. */
    private static String missing(Set<String> schemes, boolean https) {
        List<String> missing = new ArrayList<>();
        boolean basic = schemes.stream().anyMatch("Basic"::equalsIgnoreCase);
        if (!basic) {
            missing.add(https ? "Basic (off, its default)" : "Basic (off, or over HTTPS only, its defaults)");
        }
        if (schemes.stream().noneMatch("Negotiate"::equalsIgnoreCase)) {
            missing.add("Negotiate (turned off)");
        }
        if (schemes.stream().noneMatch("Kerberos"::equalsIgnoreCase)) {
            missing.add("Kerberos (turned off, or a node without a domain)");
        }
        if (schemes.stream().noneMatch("CredSSP"::equalsIgnoreCase)) {
            missing.add("CredSSP (off, its default)");
        }
        return missing.isEmpty() ? "" : " Not offered: " + String.join(", ", missing) + ".";
    }

    /** An empty request as nobody: the 401 says which ways of signing in there are. */
    static Found offers(Probe probe, Facts before) {
        Lane lane = probe.lane(seenTrust(probe));
        try {
            HttpReply reply = lane.postAnonymous(new byte[0], "Accept", "application/soap+xml", probe.left(probe.settings().answer()));
            Set<String> schemes = new LinkedHashSet<>(Challenges.schemes(reply.headers("www-authenticate")));
            List<Evidence> evidence = new ArrayList<>();
            schemes.forEach(scheme -> evidence.add(new Evidence("offer", scheme)));
            if (reply.status() == 401 && schemes.isEmpty()) {
                evidence.add(new Evidence("offers", "none"));
                return Found.failed("The service asks to sign in, and offers no way to do so.").and(evidence);
            }
            if (reply.status() != 401) {
                evidence.add(Evidence.of("offers.status", reply.status()));
                return Found.warning("The service answered a request of nobody with HTTP status " + reply.status() + " instead of its ways to sign in.").and(evidence);
            }
            return Found.passed("Offered: " + String.join(", ", schemes) + "." + missing(schemes, probe.target().https())).and(evidence);
        } catch (WsmanException e) {
            return Found.failed(e.getMessage()).and(Failure.of(e, "offers"));
        } finally {
            probe.done(lane);
        }
    }
}
