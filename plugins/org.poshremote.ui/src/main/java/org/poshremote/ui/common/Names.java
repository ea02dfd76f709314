package org.poshremote.ui.common;

import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.PowerShellHost;
import org.poshremote.core.target.AuthenticationChoice;
import org.poshremote.core.target.TargetKind;

/** What the choices of a target and of a run are called. */
public final class Names {
    private Names() {
    }

    public static String of(AuthenticationChoice choice) {
        return switch (choice) {
            case AUTOMATIC -> Messages.Names_authenticationAutomatic;
            case BASIC -> Messages.Names_authenticationBasic;
            case NTLM -> Messages.Names_authenticationNtlm;
            case KERBEROS -> Messages.Names_authenticationKerberos;
            case NEGOTIATE -> Messages.Names_authenticationNegotiate;
            case CREDSSP -> Messages.Names_authenticationCredssp;
            case CERTIFICATE -> Messages.Names_authenticationCertificate;
        };
    }

    public static String of(PowerShellHost host) {
        return switch (host) {
            case POWERSHELL -> Messages.Names_shellPowerShell;
            case PWSH -> Messages.Names_shellPwsh;
            case CMD -> Messages.Names_shellCmd;
        };
    }

    public static String of(ClrHost host) {
        return switch (host) {
            case DEFAULT -> Messages.Names_clrDefault;
            case AUTO -> Messages.Names_clrAuto;
            case CLR4 -> Messages.Names_clr4;
        };
    }

    public static String of(TargetKind kind) {
        return switch (kind) {
            case AUTOMATIC -> Messages.Names_kindAutomatic;
            case WINDOWS -> Messages.Names_kindWindows;
            case NANO_TP3 -> Messages.Names_kindNano;
        };
    }
}
