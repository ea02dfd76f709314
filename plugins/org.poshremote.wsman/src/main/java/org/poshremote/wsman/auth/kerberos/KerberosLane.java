package org.poshremote.wsman.auth.kerberos;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.Step;
import org.poshremote.wsman.auth.kerberos.KerberosOptions.Mechanism;
import org.poshremote.wsman.auth.kerberos.internal.TicketSource;
import org.poshremote.wsman.auth.kerberos.internal.TlsBinding;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Protocol;

/**
 * The sign-in of one connection. Over HTTPS the request goes along with the first token; over HTTP the node's answer has to
 * come first, since it brings the key that seals (RFC 4121 2: the acceptor's subkey).
 */
final class KerberosLane implements Authenticator {
    private final KerberosAccount account;
    private final KerberosOptions options;
    private final TicketSource tickets;
    private Mechanism mechanism;
    private Optional<KerberosInitiator> initiator = Optional.empty();
    private Optional<Sealing> sealing = Optional.empty();

    KerberosLane(KerberosAccount account, KerberosOptions options, TicketSource tickets) {
        this.account = account;
        this.options = options;
        this.tickets = tickets;
        this.mechanism = options.mechanism();
    }

    @Override
    public String scheme() {
        return "Kerberos";
    }

    @Override
    public Step first(LaneFacts lane) throws AuthenticationException {
        close();
        KerberosInitiator begun = KerberosInitiator.begin(account, options, mechanism, tickets, lane, true);
        initiator = Optional.of(begun);
        return step(lane, begun.firstToken());
    }

    private Step step(LaneFacts lane, byte[] token) {
        return new Step(Optional.of(mechanism.scheme() + " " + Base64.getEncoder().encodeToString(token)), lane.endpoint().https());
    }

    @Override
    public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
        Endpoint endpoint = lane.endpoint();
        List<String> offered = Challenges.schemes(challenges);
        Optional<String> token = Challenges.token(challenges, mechanism.scheme()).filter(text -> !text.isEmpty());
        if (token.isPresent()) {
            byte[] answer = continued(lane, token.get());
            if (answer.length > 0) {
                return step(lane, answer);
            }
        } else if (!offered.isEmpty() && offered.stream().noneMatch(mechanism.scheme()::equalsIgnoreCase)) {
            Mechanism other = mechanism == Mechanism.NEGOTIATE ? Mechanism.KERBEROS : Mechanism.NEGOTIATE;
            boolean otherOffered = offered.stream().anyMatch(other.scheme()::equalsIgnoreCase);
            if (otherOffered && mechanism == options.mechanism()) {
                mechanism = other;
                return first(lane);
            }
            throw new AuthenticationException(endpoint, scheme(), Reason.NOT_OFFERED, offered,
                endpoint + " does not offer Kerberos; it offers " + String.join(", ", offered) + ".", null);
        }
        boolean unbound = endpoint.https() && initiator.filter(context -> !context.bound()).isPresent();
        tickets.forget();
        // the realm has taken the password, or there was none: so it is not REJECTED
        throw new AuthenticationException(endpoint, scheme(), Reason.MECHANISM, offered,
            endpoint + " did not let " + account.words() + " in by Kerberos (service " + options.serviceName(endpoint) + ")."
                + (unbound ? " It may insist on a binding to the TLS connection (CbtHardeningLevel Strict), for which Java has to be started with "
                    + TlsBinding.EXPORT + "." : ""), null);
    }

    @Override
    public void accepted(LaneFacts lane, List<String> challenges) throws AuthenticationException {
        Optional<String> token = Challenges.token(challenges, mechanism.scheme()).filter(text -> !text.isEmpty());
        if (token.isPresent() && initiator.filter(context -> !context.established()).isPresent()) {
            continued(lane, token.get());
        }
        KerberosInitiator proved = initiator.filter(KerberosInitiator::established).orElseThrow(() ->
            new AuthenticationException(lane.endpoint(), scheme(), Reason.PEER_NOT_VERIFIED, Challenges.schemes(challenges),
                lane.endpoint() + " did not prove that it is " + options.serviceName(lane.endpoint()) + ", as Kerberos asks of it.", null));
        if (!lane.endpoint().https()) {
            if (!proved.seals()) {
                throw new AuthenticationException(lane.endpoint(), scheme(), Reason.PEER_NOT_VERIFIED, List.of(),
                    lane.endpoint() + " agreed on no encryption by Kerberos.", null);
            }
            sealing = Optional.of(new KerberosSealing(proved.context(), mechanism == Mechanism.NEGOTIATE ? Protocol.SPNEGO : Protocol.KERBEROS));
        }
    }

    /** @return the next token; empty where there is none to send */
    private byte[] continued(LaneFacts lane, String base64) throws AuthenticationException {
        byte[] token;
        try {
            token = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new KerberosWords(lane.endpoint(), account, options).failure(KerberosTrouble.OTHER, Optional.empty(), e);
        }
        if (initiator.isEmpty()) {
            throw new IllegalStateException("a token before the first one of ours");
        }
        return initiator.get().next(token);
    }

    @Override
    public Optional<Sealing> sealing() {
        return sealing;
    }

    @Override
    public void close() {
        sealing = Optional.empty();
        initiator.ifPresent(KerberosInitiator::close);
        initiator = Optional.empty();
    }
}
