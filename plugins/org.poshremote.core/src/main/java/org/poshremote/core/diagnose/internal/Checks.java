package org.poshremote.core.diagnose.internal;

import java.util.List;
import org.poshremote.core.diagnose.Stage;

/** All checks, in their order. */
public final class Checks {
    static final String NAME = "PR-STEP-NAME";
    static final String PROXY = "PR-STEP-PROXY";
    static final String TCP = "PR-STEP-TCP";
    static final String PORTS = "PR-STEP-PORTS";
    static final String HANDSHAKE = "PR-STEP-TLS";
    static final String TRUST = "PR-STEP-TRUST";
    static final String CERTIFICATE_NAME = "PR-STEP-CERT-NAME";
    static final String CERTIFICATE_DATES = "PR-STEP-CERT-DATES";
    static final String CERTIFICATE_USAGE = "PR-STEP-CERT-USAGE";
    static final String ANSWER = "PR-STEP-ANSWER";
    static final String CLOCK = "PR-STEP-CLOCK";
    static final String OFFERS = "PR-STEP-OFFERS";
    static final String ACCOUNT = "PR-STEP-ACCOUNT";
    static final String SIGN_IN = "PR-STEP-SIGN-IN";
    static final String SHELL = "PR-STEP-SHELL";
    static final String COMMAND = "PR-STEP-COMMAND";
    static final String CODE_PAGE = "PR-STEP-CODE-PAGE";
    static final String POWERSHELL = "PR-STEP-POWERSHELL";
    static final String REMOTING = "PR-STEP-REMOTING";
    static final String LIMITS = "PR-STEP-LIMITS";

    private static final List<Check> ALL = List.of(
        new Check(NAME, Stage.PATH, "Name", List.of(), PathChecks::name),
        new Check(PROXY, Stage.PATH, "Proxy", List.of(), PathChecks::proxy),
        new Check(TCP, Stage.PATH, "Port", List.of(NAME), PathChecks::tcp),
        new Check(PORTS, Stage.PATH, "Other ports", List.of(NAME), PathChecks::ports),
        new Check(HANDSHAKE, Stage.TLS, "Handshake", List.of(TCP), TlsChecks::handshake),
        new Check(TRUST, Stage.TLS, "Trust", List.of(HANDSHAKE), TlsChecks::trust),
        new Check(CERTIFICATE_NAME, Stage.TLS, "Certificate: name", List.of(HANDSHAKE), CertificateChecks::name),
        new Check(CERTIFICATE_DATES, Stage.TLS, "Certificate: dates", List.of(HANDSHAKE), CertificateChecks::dates),
        new Check(CERTIFICATE_USAGE, Stage.TLS, "Certificate: usage", List.of(HANDSHAKE), CertificateChecks::usage),
        new Check(ANSWER, Stage.SERVICE, "WinRM answers", List.of(TCP, HANDSHAKE), ServiceChecks::answer),
        new Check(CLOCK, Stage.SERVICE, "Clock", List.of(ANSWER), ServiceChecks::clock),
        new Check(OFFERS, Stage.SERVICE, "Ways to sign in", List.of(ANSWER), ServiceChecks::offers),
        new Check(ACCOUNT, Stage.AUTHENTICATION, "Account", List.of(), SignInChecks::account),
        new Check(SIGN_IN, Stage.AUTHENTICATION, "Sign-in", List.of(ACCOUNT, OFFERS, TRUST), SignInChecks::signIn),
        new Check(SHELL, Stage.SHELL, "Shell", List.of(SIGN_IN), ShellChecks::open),
        new Check(COMMAND, Stage.SHELL, "Command", List.of(SHELL), ShellChecks::command),
        new Check(CODE_PAGE, Stage.SHELL, "Code page", List.of(COMMAND), ShellChecks::codePage),
        new Check(POWERSHELL, Stage.SHELL, "PowerShell", List.of(COMMAND), ShellChecks::powerShell),
        new Check(REMOTING, Stage.SHELL, "PowerShell remoting", List.of(SHELL), EndpointChecks::remoting),
        new Check(LIMITS, Stage.SHELL, "Limits", List.of(SIGN_IN), EndpointChecks::limits));

    private Checks() {
    }

    public static List<Check> all() {
        return ALL;
    }

    /** "Port", for people. */
    public static String title(String code) {
        return ALL.stream().filter(check -> check.code().equals(code)).map(Check::title).findFirst().orElse(code);
    }
}
