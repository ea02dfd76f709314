package org.poshremote.core.diagnose.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ietf.jgss.GSSException;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.ssh.SshException;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.certificate.ClientCertificateException;
import org.poshremote.wsman.http.ProxyException;
import org.poshremote.wsman.auth.kerberos.KerberosException;

/** What a failed request says, as evidence: its numbers, never its words. */
final class Failure {
    private Failure() {
    }

    /** @param during what was being done, such as "shell" */
    static List<Evidence> of(WsmanException failure, String during) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("failed.at", during));
        switch (failure) {
            case FaultException fault -> fault(evidence, fault.fault());
            case HttpStatusException status -> {
                evidence.add(Evidence.of("http.status", status.status()));
                evidence.add(new Evidence("http.body", body(status.excerpt())));
            }
            case AuthenticationException authentication -> {
                evidence.add(new Evidence("auth", word(authentication.reason())));
                evidence.add(new Evidence("auth.scheme", authentication.scheme()));
                authentication.offered().forEach(scheme -> evidence.add(new Evidence("offer", scheme)));
            }
            case TransportException transport -> {
                evidence.add(new Evidence("transport", word(transport.kind())));
                if (transport.clientCertificateRefused()) {
                    evidence.add(new Evidence("tls.alert", "certificate"));
                }
                if (transport.getCause() instanceof IOException io && (io instanceof ProxyException || io instanceof SshException)) {
                    evidence.addAll(ofIo(io));
                }
            }
        }
        causes(evidence, failure);
        return evidence;
    }

    static List<Evidence> ofIo(IOException failure) {
        List<Evidence> evidence = new ArrayList<>();
        boolean told = false;
        for (Throwable cause = failure; cause != null && !told; cause = cause.getCause()) { // the innermost place on the way that said why is the first found
            if (cause instanceof ProxyException proxy) {
                told = true;
                evidence.add(new Evidence("proxy.failed", word(proxy.reason())));
                if (proxy.status() > 0) {
                    evidence.add(Evidence.of("proxy.status", proxy.status()));
                }
            } else if (cause instanceof SshException ssh && !(ssh.getCause() instanceof ProxyException)) {
                told = true;
                evidence.add(new Evidence("ssh.failed", word(ssh.reason())));
            }
        }
        if (!told) {
            evidence.add(new Evidence("io", Dial.state(failure)));
        }
        causes(evidence, failure);
        return evidence;
    }

    private static void fault(List<Evidence> evidence, Fault fault) {
        evidence.add(Evidence.of("code", fault.code()));
        if (!fault.subcode().isEmpty()) {
            evidence.add(new Evidence("fault.subcode", fault.subcode()));
        }
        fault.providerCode().ifPresent(code -> evidence.add(Evidence.of("code", code & 0xFFFFFFFFL)));
        if (!fault.text().isBlank()) {
            evidence.add(new Evidence("fault.text", fault.summary()));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String body(String excerpt) {
        String text = excerpt.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "empty" : text.startsWith("<!doctype html") || text.startsWith("<html") ? "html"
            : text.contains(":envelope") ? "soap" : "other";
    }

    private static void causes(List<Evidence> evidence, Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof GSSException gss) {
                evidence.add(Evidence.of("gss.major", gss.getMajor()));
                evidence.add(Evidence.of("gss.minor", gss.getMinor()));
            }
            if (cause instanceof ClientCertificateException certificate) {
                evidence.add(new Evidence("client-certificate", word(certificate.trouble())));
            }
            if (cause instanceof KerberosException kerberos) {
                evidence.add(new Evidence("kerberos", word(kerberos.trouble())));
            }
        }
    }
}
