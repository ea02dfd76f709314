package org.poshremote.demo.internal.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.demo.auth.Acceptor;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.MessageProtection;
import org.poshremote.demo.auth.Verdict;

/** Who is logged in on one connection, and by which acceptor. */
public final class LoginState implements AutoCloseable {
    private final List<AcceptorFactory> offered;
    private final ConnectionFacts facts;
    private final Map<AcceptorFactory, Acceptor> acceptors = new HashMap<>();
    private Optional<String> lastingUser = Optional.empty();
    private Optional<Acceptor> lasting = Optional.empty();

    public LoginState(List<AcceptorFactory> all, ConnectionFacts facts) {
        this.offered = all.stream().filter(a -> a.offeredOn(facts)).toList();
        this.facts = facts;
    }

    /** What to do with a request, as far as the login goes. */
    public sealed interface Outcome {
        record In(String user, Optional<String> challenge) implements Outcome {
        }

        record Challenge(List<String> challenges) implements Outcome {
        }
    }

    public List<String> offers() {
        return offered.stream().filter(AcceptorFactory::listed).map(AcceptorFactory::challenge).distinct().toList();
    }

    public Outcome login(Optional<String> authorization) {
        if (authorization.isEmpty()) {
            return lastingUser.<Outcome>map(u -> new Outcome.In(u, Optional.empty())).orElseGet(() -> new Outcome.Challenge(offers()));
        }
        String scheme = scheme(authorization.get());
        Optional<AcceptorFactory> factory = offered.stream().filter(a -> a.scheme().equalsIgnoreCase(scheme) && a.takes(authorization.get())).findFirst();
        if (factory.isEmpty()) {
            return new Outcome.Challenge(offers());
        }
        Acceptor acceptor = acceptors.computeIfAbsent(factory.get(), one -> one.forConnection(facts));
        return switch (acceptor.accept(authorization.get())) {
            case Verdict.Accepted a -> {
                if (acceptor.lastsForConnection()) {
                    lastingUser = Optional.of(a.user());
                    lasting = Optional.of(acceptor);
                }
                yield new Outcome.In(a.user(), a.challenge());
            }
            case Verdict.Continue c -> new Outcome.Challenge(List.of(c.challenge()));
            case Verdict.Rejected r -> {
                acceptors.remove(factory.get()).close();
                lastingUser = Optional.empty();
                lasting = Optional.empty();
                yield new Outcome.Challenge(offers());
            }
        };
    }

    public Optional<MessageProtection> protection() {
        return lasting.flatMap(Acceptor::protection);
    }

    public static String scheme(String authorization) {
        int blank = authorization.indexOf(' ');
        return blank < 0 ? authorization : authorization.substring(0, blank);
    }

    @Override
    public void close() {
        acceptors.values().forEach(Acceptor::close);
    }
}
