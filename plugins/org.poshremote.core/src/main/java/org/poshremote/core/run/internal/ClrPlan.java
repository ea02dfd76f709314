package org.poshremote.core.run.internal;

import java.util.Optional;
import org.poshremote.core.run.ClrHost;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.PowerShellHost;

/**
 * How a run gets its CLR. A scheduled task, which gives CLR 4 on PowerShell 2 nodes without the crash, will be a further
 * kind.
 */
public sealed interface ClrPlan {
    /** For the run's header: what was chosen and why. */
    String words();

    /** The PowerShell host as it is; a CLR older than 4 may have to be refused once the node has said what it has. */
    record InPlace(boolean needsClr4, String words) implements ClrPlan {
    }

    /** A child process with COMPLUS_version in its environment alone. */
    record Child(String words) implements ClrPlan {
    }

    /** Not to be run this way. */
    record Refused(String reason) implements ClrPlan {
        @Override
        public String words() {
            return reason;
        }
    }

    String WHY_REFUSED = "The Windows PowerShell of this node hosts CLR %s. CLR 4 in a child process (COMPLUS_version) is known"
            + " to crash almost at once in a remote shell.";
    String REMEDY = "Try anyway (in the terminal --clr-force), or have the node get Windows PowerShell 3 or later (WMF), which hosts CLR 4.";

    static ClrPlan of(ClrHost wanted, boolean forced, PowerShellHost shell, Optional<String> knownClr) {
        if (shell != PowerShellHost.POWERSHELL) {
            return new InPlace(false, wanted == ClrHost.DEFAULT ? "default" : "default, since " + shell.id() + " does not host the .NET Framework");
        }
        return switch (wanted) {
            case DEFAULT -> new InPlace(false, "default");
            case AUTO, CLR4 -> {
                if (knownClr.filter(clr -> major(clr) >= 4).isPresent()) {
                    yield new InPlace(true, "CLR 4, in place: the node's PowerShell hosts it");
                }
                if (forced && wanted == ClrHost.CLR4) {
                    yield new Child("CLR 4, child process (COMPLUS_version for it alone), tried although it may crash");
                }
                yield knownClr.isPresent() ? new Refused(String.format(WHY_REFUSED, knownClr.get()))
                        : new InPlace(true, "CLR 4, in place where the node's PowerShell hosts it");
            }
        };
    }

    /**
     * Part of the guard: the script must not begin under an older CLR. Early CoreCLR reports no version, and is no CLR 2.
     */
    static String guard(ClrPlan plan) {
        return plan instanceof InPlace inPlace && inPlace.needsClr4()
                ? "if ([Environment]::Version.Major -lt 4 -and [Environment]::Version.Major -gt 0) { exit 1 };\n" : "";
    }

    /** Whether the node's answer shows that the guard stopped the script. */
    static boolean stopped(ClrPlan plan, NodeGreeting greeting) {
        return plan instanceof InPlace inPlace && inPlace.needsClr4()
                && greeting.clrVersion().map(ClrPlan::major).filter(major -> major > 0 && major < 4).isPresent();
    }

    private static int major(String version) {
        String digits = version.split("\\.", 2)[0];
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
