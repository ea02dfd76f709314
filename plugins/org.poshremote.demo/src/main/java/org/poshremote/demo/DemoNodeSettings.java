package org.poshremote.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.CertificateMapping;
import org.poshremote.demo.interpreter.CommandShell;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.personality.SignInOffers;
import org.poshremote.demo.process.ProgramResolver;

/**
 * How to start a demo node.
 *
 * @param port      for HTTP; 0 for any that is free
 * @param httpsPort for HTTPS; 0 for any that is free
 * @param user      the one account of the node
 * @param programs  what a command line means there
 * @param faults    what goes wrong on purpose; the personality's own faults unless replaced
 * @param gathering how long a Receive that has some output waits for more before it answers; it answers at once when the command
 *                  ends or the reply is full, so a long time makes the number of requests of a short command certain
 * @param acceptors ways to log in beside those of the personality
 * @param basic     whether Basic is offered
 * @param certificates which client certificates stand for the account; over HTTPS
 */
public record DemoNodeSettings(Personality personality, int port, int httpsPort, String user, ProgramResolver programs, FaultPlan faults,
        Duration gathering, List<AcceptorFactory> acceptors, boolean basic, Optional<CertificateMapping> certificates) {
    /** About what a console program's output takes to reach the service on Windows. */
    public static final Duration DEFAULT_GATHERING = Duration.ofMillis(15);

    public DemoNodeSettings {
        acceptors = List.copyOf(acceptors);
    }

    /** With the programs that the personality's machine has. */
    public static DemoNodeSettings of(Personality personality) {
        return of(personality, new CommandShell(personality));
    }

    public static DemoNodeSettings of(Personality personality, ProgramResolver programs) {
        return new DemoNodeSettings(personality, 0, 0, "demo", programs, personality.server().faultPlan(), DEFAULT_GATHERING, List.of(), true, Optional.empty());
    }

    public DemoNodeSettings withPorts(int http, int https) {
        return new DemoNodeSettings(personality, http, https, user, programs, faults, gathering, acceptors, basic, certificates);
    }

    public DemoNodeSettings withUser(String name) {
        return new DemoNodeSettings(personality, port, httpsPort, name, programs, faults, gathering, acceptors, basic, certificates);
    }

    public DemoNodeSettings withFaults(FaultPlan plan) {
        return new DemoNodeSettings(personality, port, httpsPort, user, programs, plan, gathering, acceptors, basic, certificates);
    }

    public DemoNodeSettings withGathering(Duration duration) {
        return new DemoNodeSettings(personality, port, httpsPort, user, programs, faults, duration, acceptors, basic, certificates);
    }

    public DemoNodeSettings withAcceptor(AcceptorFactory acceptor) {
        List<AcceptorFactory> more = new ArrayList<>(acceptors);
        more.add(acceptor);
        return new DemoNodeSettings(personality, port, httpsPort, user, programs, faults, gathering, more, basic, certificates);
    }

    public DemoNodeSettings withCertificates(CertificateMapping mapping) {
        return new DemoNodeSettings(personality, port, httpsPort, user, programs, faults, gathering, acceptors, basic, Optional.of(mapping));
    }

    public DemoNodeSettings withoutBasic() {
        return new DemoNodeSettings(personality, port, httpsPort, user, programs, faults, gathering, acceptors, false, certificates);
    }

    /** Which ways of signing in the service offers, beside the acceptors given. */
    public DemoNodeSettings withSignIn(SignInOffers offers) {
        return new DemoNodeSettings(personality.withServer(personality.server().withSignIn(offers)), port, httpsPort, user, programs, faults,
                gathering, acceptors, basic, certificates);
    }

    /** Whether plain HTTP takes Basic and unsealed bodies. */
    public DemoNodeSettings withAllowUnencrypted(boolean allow) {
        return new DemoNodeSettings(personality.withServer(personality.server().withAllowUnencrypted(allow)), port, httpsPort, user, programs, faults,
                gathering, acceptors, basic, certificates);
    }
}
