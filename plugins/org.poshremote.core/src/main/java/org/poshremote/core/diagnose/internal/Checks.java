package org.poshremote.core.diagnose.internal;

import java.util.List;
import org.poshremote.core.diagnose.Stage;

/** All checks, in their order. */
public final class Checks {
    static final String NAME = "PR-STEP-NAME";
    static final String PROXY = "PR-STEP-PROXY";
    static final String WAY = "PR-STEP-WAY";
    static final String SSH = "PR-STEP-SSH";
    static final String SSH_POWERSHELL = "PR-STEP-SSH-POWERSHELL";
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
        Check.both(NAME, Stage.PATH, "Name", List.of(), PathChecks::name),
        Check.both(PROXY, Stage.PATH, "Proxy", List.of(), PathChecks::proxy),
        Check.both(WAY, Stage.PATH, "Proxy or jump host", List.of(), PathChecks::way),
        Check.both(TCP, Stage.PATH, "Port", List.of(NAME, WAY), PathChecks::tcp),
        Check.both(PORTS, Stage.PATH, "Other ports", List.of(NAME), PathChecks::ports),
        Check.ssh(SSH, Stage.AUTHENTICATION, "SSH", List.of(TCP), SshChecks::signIn),
        Check.ssh(SSH_POWERSHELL, Stage.SHELL, "PowerShell over SSH", List.of(SSH), SshChecks::powerShell),
        Check.winRm(HANDSHAKE, Stage.TLS, "Handshake", List.of(TCP), TlsChecks::handshake),
        Check.winRm(TRUST, Stage.TLS, "Trust", List.of(HANDSHAKE), TlsChecks::trust),
        Check.winRm(CERTIFICATE_NAME, Stage.TLS, "Certificate: name", List.of(HANDSHAKE), CertificateChecks::name),
        Check.winRm(CERTIFICATE_DATES, Stage.TLS, "Certificate: dates", List.of(HANDSHAKE), CertificateChecks::dates),
        Check.winRm(CERTIFICATE_USAGE, Stage.TLS, "Certificate: usage", List.of(HANDSHAKE), CertificateChecks::usage),
        Check.winRm(ANSWER, Stage.SERVICE, "WinRM answers", List.of(TCP, HANDSHAKE), ServiceChecks::answer),
        Check.winRm(CLOCK, Stage.SERVICE, "Clock", List.of(ANSWER), ServiceChecks::clock),
        Check.winRm(OFFERS, Stage.SERVICE, "Ways to sign in", List.of(ANSWER), ServiceChecks::offers),
        Check.winRm(ACCOUNT, Stage.AUTHENTICATION, "Account", List.of(), SignInChecks::account),
        Check.winRm(SIGN_IN, Stage.AUTHENTICATION, "Sign-in", List.of(ACCOUNT, OFFERS, TRUST), SignInChecks::signIn),
        Check.winRm(SHELL, Stage.SHELL, "Shell", List.of(SIGN_IN), ShellChecks::open),
        Check.winRm(COMMAND, Stage.SHELL, "Command", List.of(SHELL), ShellChecks::command),
        Check.winRm(CODE_PAGE, Stage.SHELL, "Code page", List.of(COMMAND), ShellChecks::codePage),
        Check.winRm(POWERSHELL, Stage.SHELL, "PowerShell", List.of(COMMAND), ShellChecks::powerShell),
        Check.winRm(REMOTING, Stage.SHELL, "PowerShell remoting", List.of(SHELL), EndpointChecks::remoting),
        Check.winRm(LIMITS, Stage.SHELL, "Limits", List.of(SIGN_IN), EndpointChecks::limits));

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
