package org.poshremote.core.diagnose;

import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.security.cert.CertificateEncodingException;
import org.poshremote.core.target.ProxyChoice;

/** A diagnosis as Markdown, to be sent to somebody. It never holds a secret; names and addresses are left out on request. */
public final class DiagnosisReport {
    /** How many causes are told in full; more would not be read. */
    private static final int CAUSES = 5;
    /** A password in a URL. */
    private static final Pattern URL_SECRET = Pattern.compile("(?<=://)[^/@\\s:]*:[^/@\\s]*@");

    private DiagnosisReport() {
    }

    /** @param redact whether host names, addresses, accounts and certificates are replaced by placeholders */
    public static String markdown(Diagnosis diagnosis, boolean redact) {
        StringBuilder text = new StringBuilder();
        text.append("# Connection diagnosis of ").append(line(diagnosis.target().name())).append("\n\n");
        text.append("**").append(line(diagnosis.headline())).append("**\n\n");
        text.append("| | |\n|---|---|\n");
        row(text, "Address", diagnosis.target().address());
        row(text, "Account", diagnosis.target().user().isBlank() ? "(none)" : diagnosis.target().user());
        row(text, "Sign-in", diagnosis.target().authentication().id());
        row(text, "Begun", diagnosis.begun().truncatedTo(ChronoUnit.SECONDS) + ", took " + diagnosis.took().toMillis() + " ms");
        causes(text, diagnosis.findings(), diagnosis.generation());
        text.append("\n## Steps\n\n| Step | Verdict | What was seen | ms |\n|---|---|---|--:|\n");
        for (StepResult step : diagnosis.steps()) {
            text.append("| ").append(step.stage().title()).append(": ").append(step.title()).append(" | ").append(step.verdict().word()).append(" | ")
                .append(cell(step.summary())).append(" | ").append(step.cost().toMillis()).append(" |\n");
        }
        text.append("\n## Evidence\n\n```\n");
        for (StepResult step : diagnosis.steps()) {
            step.evidence().forEach(evidence -> text.append(step.code()).append("  ").append(line(evidence.toString()).replace("```", "'''")).append('\n'));
        }
        text.append("```\n");
        if (!redact) {
            diagnosis.certificate().flatMap(DiagnosisReport::pem)
                .ifPresent(pem -> text.append("\n## Certificate of the node\n\n```\n").append(pem).append("```\n"));
        }
        String safe = URL_SECRET.matcher(text.toString()).replaceAll("");
        return redact ? redacted(safe, diagnosis) : safe;
    }

    /** Explanations without a diagnosis, for an error text. */
    public static String markdown(List<Finding> findings) {
        StringBuilder text = new StringBuilder("# What this error may mean\n");
        causes(text, findings, Generation.WINDOWS_8);
        return text.toString();
    }

    /** The node's certificate as a file for other programs. */
    public static Optional<String> pem(X509Certificate certificate) {
        try {
            return Optional.of("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    private static void causes(StringBuilder text, List<Finding> findings, Generation generation) {
        int number = 0;
        for (Finding finding : findings.subList(0, Math.min(CAUSES, findings.size()))) {
            text.append("\n## ").append(++number).append(". ").append(finding.cause().title()).append(" (").append(finding.likelihood()).append(")\n\n");
            text.append("`").append(finding.code()).append("`: ").append(finding.cause().explanation()).append(" *").append(finding.signal().seen().words())
                .append("*\n");
            for (Remedy remedy : finding.remedies()) {
                text.append("\n### ").append(remedy.title()).append("\n\n").append("Where: ").append(remedy.place().words()).append(".\n");
                remedy.script(generation).ifPresent(script -> text.append("\n```powershell\n").append(script).append("```\n"));
                remedy.command().ifPresent(command -> text.append("\n```sh\n").append(command).append("\n```\n"));
                remedy.setting().ifPresent(setting -> text.append("\nIn the target: `").append(setting.words()).append("`\n"));
                text.append("\nChanges: ").append(remedy.changes()).append(" Undo: ").append(remedy.undo()).append(" Risk: ").append(remedy.risk()).append("\n");
            }
        }
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("| ").append(name).append(" | ").append(cell(value)).append(" |\n");
    }

    private static String line(String foreign) {
        return foreign.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }

    private static String cell(String foreign) {
        return line(foreign).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "'");
    }

    private static String redacted(String text, Diagnosis diagnosis) {
        Map<String, String> names = new LinkedHashMap<>();
        put(names, diagnosis.target().host(), "NODE");
        put(names, diagnosis.target().name(), "TARGET");
        String user = diagnosis.target().user();
        put(names, user, "ACCOUNT");
        put(names, user.substring(user.indexOf('\\') + 1), "ACCOUNT");
        int backslash = user.indexOf('\\');
        if (backslash > 0) {
            put(names, user.substring(0, backslash), "DOMAIN");
        }
        int at = user.indexOf('@');
        if (at > 0) {
            put(names, user.substring(0, at), "ACCOUNT");
            put(names, user.substring(at + 1), "DOMAIN");
        }
        if (diagnosis.target().proxy() instanceof ProxyChoice.Fixed fixed) {
            put(names, fixed.server().address(), "PROXY");
            put(names, fixed.server().host(), "PROXY");
        }
        diagnosis.target().jumpHost().ifPresent(jump -> {
            put(names, jump.toString(), "JUMP-HOST");
            put(names, jump.host(), "JUMP-HOST");
        });
        for (StepResult step : diagnosis.steps()) {
            for (Evidence evidence : step.evidence()) {
                switch (evidence.key()) {
                    case "path.address" -> put(names, evidence.value(), "ADDRESS");
                    case "cert.subject", "cert.issuer", "cert.name" -> put(names, evidence.value(), "CERTIFICATE-NAME");
                    case "cert.sha256", "cert.thumbprint" -> put(names, evidence.value(), "FINGERPRINT");
                    case "http.via", "fault.text" -> put(names, evidence.value(), "(left out)");
                    default -> { }
                }
            }
        }
        String result = text;
        List<String> longestFirst = new ArrayList<>(names.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        for (String name : longestFirst) {
            for (String form : List.of(name, cell(name))) {
                result = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])" + Pattern.quote(form) + "(?![\\p{L}\\p{N}])").matcher(result)
                    .replaceAll(Matcher.quoteReplacement(names.get(name)));
            }
        }
        return result;
    }

    private static void put(Map<String, String> names, String name, String placeholder) {
        String stripped = name.strip();
        if (stripped.length() > 1 && !stripped.toLowerCase(Locale.ROOT).equals("localhost")) {
            names.putIfAbsent(stripped, placeholder);
        }
    }
}
