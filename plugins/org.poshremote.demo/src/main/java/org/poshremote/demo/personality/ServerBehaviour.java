package org.poshremote.demo.personality;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.poshremote.demo.FaultPlan;

/**
 * How the WinRM service of a machine is set up.
 *
 * @param productVersion    what Identify tells those who logged in
 * @param maxEnvelopeSizekb of requests and replies, in KB
 * @param maxTimeout        longest operation time-out, and the one that holds where the client names none
 * @param maxOperations     commands a user may start in the shells that are open; a terminate signal gives none back
 * @param idleTimeout       of a shell whose client names none
 * @param minIdleTimeout    shortest that a client may name
 * @param allowUnencrypted  whether plain HTTP takes Basic and unsealed bodies
 * @param codePages         that WINRS_CODEPAGE may name
 * @param activityId        whether replies carry an ActivityId header
 * @param signIn            which ways of signing in it offers
 */
public record ServerBehaviour(String productVersion, int maxEnvelopeSizekb, Duration maxTimeout, int maxShellsPerUser, int maxProcessesPerShell,
        int maxOperations, Duration idleTimeout, Duration minIdleTimeout, boolean allowUnencrypted, int defaultCodePage, Set<Integer> codePages,
        List<FaultRule> faults, boolean activityId, SignInOffers signIn) {
    /** The last part of the product version, for example {@code 3.0}. */
    public String stack() {
        return productVersion.substring(productVersion.lastIndexOf(' ') + 1);
    }

    public ServerBehaviour withAllowUnencrypted(boolean allow) {
        return new ServerBehaviour(productVersion, maxEnvelopeSizekb, maxTimeout, maxShellsPerUser, maxProcessesPerShell, maxOperations, idleTimeout,
                minIdleTimeout, allow, defaultCodePage, codePages, faults, activityId, signIn);
    }

    public ServerBehaviour withQuotas(int shellsPerUser, int processesPerShell, int operations) {
        return new ServerBehaviour(productVersion, maxEnvelopeSizekb, maxTimeout, shellsPerUser, processesPerShell, operations, idleTimeout,
                minIdleTimeout, allowUnencrypted, defaultCodePage, codePages, faults, activityId, signIn);
    }

    public ServerBehaviour withSignIn(SignInOffers offers) {
        return new ServerBehaviour(productVersion, maxEnvelopeSizekb, maxTimeout, maxShellsPerUser, maxProcessesPerShell, maxOperations, idleTimeout,
                minIdleTimeout, allowUnencrypted, defaultCodePage, codePages, faults, activityId, offers);
    }

    public FaultPlan faultPlan() {
        return faults.stream().map(FaultRule::plan).reduce(FaultPlan.none(), FaultPlan::or);
    }
}
