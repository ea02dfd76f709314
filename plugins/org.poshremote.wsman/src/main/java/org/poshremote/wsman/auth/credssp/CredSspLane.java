package org.poshremote.wsman.auth.credssp;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.Account;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.Challenges;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.Step;
import org.poshremote.wsman.auth.kerberos.Kerberos;

/** CredSSP on one connection: two requests for TLS, two for the sign-in inside, one for the credentials. */
final class CredSspLane implements Authenticator {
    private static final String SCHEME = "CredSSP";
    private final Account account;
    private final Secret password;
    private final Optional<Kerberos> kerberos;
    private TlsPipe tls = TlsPipe.client();
    private Optional<CredSspExchange> exchange = Optional.empty();
    private Optional<Sealing> sealing = Optional.empty();

    CredSspLane(Account account, Secret password, Optional<Kerberos> kerberos) {
        this.account = account;
        this.password = password;
        this.kerberos = kerberos;
    }

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Step first(LaneFacts lane) throws AuthenticationException {
        close();
        tls = TlsPipe.client();
        try {
            return step(tls.handshake(new byte[0]));
        } catch (IOException e) {
            throw failure(lane, Reason.UNAVAILABLE, List.of(), "This Java runtime cannot begin the TLS of CredSSP: " + e.getMessage() + ".", e);
        }
    }

    private static Step step(byte[] token) {
        return new Step(Optional.of(SCHEME + " " + Base64.getEncoder().encodeToString(token)), false);
    }

    @Override
    public Step next(LaneFacts lane, List<String> challenges) throws AuthenticationException {
        List<String> offered = Challenges.schemes(challenges);
        Optional<String> text = Challenges.token(challenges, SCHEME).filter(token -> !token.isEmpty());
        if (text.isEmpty()) {
            throw ended(lane, offered);
        }
        try {
            byte[] token = Base64.getDecoder().decode(text.get());
            if (!tls.finished()) {
                byte[] answer = tls.handshake(token);
                if (answer.length == 0 && !tls.finished()) {
                    throw new IOException("the answer is not whole");
                }
                return step(answer.length > 0 ? answer : tls.wrap(begin(lane).first()));
            }
            CredSspExchange going = exchange.isPresent() ? exchange.get() : begin(lane);
            return step(tls.wrap(going.next(tls.unwrap(token))));
        } catch (IOException | IllegalArgumentException e) {
            throw failure(lane, Reason.MECHANISM, offered, "The TLS that " + lane.endpoint() + " speaks inside of CredSSP failed: " + e.getMessage() + ".", e);
        }
    }

    private AuthenticationException ended(LaneFacts lane, List<String> offered) {
        if (exchange.filter(CredSspExchange::passwordTried).isPresent()) {
            return failure(lane, Reason.REJECTED, offered, lane.endpoint() + " rejected user name or password of " + account + " (CredSSP; "
                + account.meaning() + ").", null);
        }
        if (exchange.isPresent()) {
            return failure(lane, Reason.MECHANISM, offered, lane.endpoint() + " did not let " + account + " in by CredSSP.", null);
        }
        if (offered.stream().noneMatch(SCHEME::equalsIgnoreCase)) {
            return failure(lane, Reason.NOT_OFFERED, offered, lane.endpoint() + " does not offer CredSSP; it offers "
                + (offered.isEmpty() ? "nothing" : String.join(", ", offered)) + ". On the node: Enable-WSManCredSSP -Role Server.", null);
        }
        return failure(lane, Reason.MECHANISM, offered, lane.endpoint() + " offers CredSSP, and did not go on with it.", null);
    }

    private CredSspExchange begin(LaneFacts lane) throws AuthenticationException, IOException {
        byte[] key = KeyProof.subjectPublicKey(tls.peerKey());
        CredSspExchange begun = new CredSspExchange(lane.endpoint(), inside(lane), credentials(), key, KeyProof.MOST_VERSION);
        exchange = Optional.of(begun);
        return begun;
    }

    /** Where Kerberos has no ticket for the node, or no way to the realm, it is NTLM; not where the realm refused the password. */
    private InnerMechanism inside(LaneFacts lane) throws AuthenticationException {
        if (kerberos.isPresent()) {
            try {
                return new KerberosInside(kerberos.get().initiator(lane));
            } catch (AuthenticationException e) {
                if (e.reason() == Reason.REJECTED) {
                    throw e;
                }
            }
        }
        return new NtlmInside(lane, account, password);
    }

    private PasswordCredentials credentials() {
        return switch (account.form()) {
            case PLAIN -> new PasswordCredentials("", account.name(), password);
            case NODE -> new PasswordCredentials(".", account.name(), password);
            case DOMAIN -> new PasswordCredentials(account.domain(), account.name(), password);
            case PRINCIPAL -> new PasswordCredentials("", account.toString(), password);
        };
    }

    @Override
    public void accepted(LaneFacts lane, List<String> challenges) throws AuthenticationException {
        if (exchange.filter(CredSspExchange::credentialsSent).isEmpty()) {
            throw failure(lane, Reason.PEER_NOT_VERIFIED, Challenges.schemes(challenges), lane.endpoint()
                + " answered without a sign-in where one by CredSSP was begun, so nothing was sent to it.", null);
        }
        sealing = lane.endpoint().https() ? Optional.empty() : Optional.of(new CredSspSealing(tls));
    }

    private static AuthenticationException failure(LaneFacts lane, Reason reason, List<String> offered, String message, Throwable cause) {
        return new AuthenticationException(lane.endpoint(), SCHEME, reason, offered, message, cause);
    }

    @Override
    public Optional<Sealing> sealing() {
        return sealing;
    }

    @Override
    public void close() {
        sealing = Optional.empty();
        exchange.ifPresent(CredSspExchange::close);
        exchange = Optional.empty();
    }
}
