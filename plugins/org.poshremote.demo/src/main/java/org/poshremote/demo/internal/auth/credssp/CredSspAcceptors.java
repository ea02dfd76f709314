package org.poshremote.demo.internal.auth.credssp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.poshremote.demo.auth.Acceptor;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.ChannelBindingCheck;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.MessageProtection;
import org.poshremote.demo.auth.Verdict;
import org.poshremote.demo.internal.auth.SealedBodies;
import org.poshremote.demo.internal.auth.ntlm.NtlmServer;
import org.poshremote.demo.internal.auth.ntlm.NtlmServer.NtlmAccount;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.credssp.CredSspSealing;
import org.poshremote.wsman.auth.credssp.KeyProof;
import org.poshremote.wsman.auth.credssp.PasswordCredentials;
import org.poshremote.wsman.auth.credssp.TlsPipe;
import org.poshremote.wsman.auth.credssp.TsRequest;

/**
 * CredSSP as WinRM takes it (MS-WSMV 2.2.9.1.3): TLS, sign-in and credentials in five requests, then messages through that TLS.
 * Signed in by NTLM, the credentials have to be those of the node's account again; by Kerberos, they are the realm's matter.
 */
public final class CredSspAcceptors implements AcceptorFactory {
    private static final String SCHEME = "CredSSP";
    private static final byte[] NTLM = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

    private final NtlmAccount account;
    private final Predicate<Secret> passwordMatches;
    private final Optional<Path> keytab;
    private final SSLContext tls;
    private final byte[] publicKey;
    private final int version;

    /**
     * @param passwordMatches whether it is the password of the account
     * @param keytab          of the services for which Kerberos is taken inside
     * @param tls             with the node's key
     * @param publicKey       SubjectPublicKey of the node's certificate
     * @param version         the highest that the node speaks
     */
    public CredSspAcceptors(NtlmAccount account, Predicate<Secret> passwordMatches, Optional<Path> keytab, SSLContext tls, byte[] publicKey, int version) {
        this.account = account;
        this.passwordMatches = passwordMatches;
        this.keytab = keytab;
        this.tls = tls;
        this.publicKey = publicKey.clone();
        this.version = Math.min(version, KeyProof.MOST_VERSION);
    }

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Acceptor forConnection(ConnectionFacts connection) {
        return new Connection(connection.https());
    }

    private InnerServer mechanism(byte[] firstToken) {
        boolean ntlm = firstToken.length >= NTLM.length && Arrays.equals(firstToken, 0, NTLM.length, NTLM, 0, NTLM.length);
        return ntlm || keytab.isEmpty() ? new InnerServer.Ntlm(new NtlmServer(account, Optional.empty(), ChannelBindingCheck.NONE))
                : InnerServer.Kerberos.of(keytab.get());
    }

    private final class Connection implements Acceptor {
        private final boolean https;
        private final TlsPipe pipe = TlsPipe.server(tls);
        private final CredSspServer server = new CredSspServer(version, publicKey, CredSspAcceptors.this::mechanism);
        private boolean in;

        Connection(boolean https) {
            this.https = https;
        }

        @Override
        public Verdict accept(String authorization) {
            try {
                byte[] token = Base64.getDecoder().decode(authorization.substring(authorization.indexOf(' ') + 1).strip());
                if (!pipe.finished()) {
                    return challenge(pipe.handshake(token));
                }
                TsRequest request = TsRequest.decode(pipe.unwrap(token));
                try {
                    Optional<byte[]> answer = server.answer(request);
                    return answer.isPresent() ? challenge(pipe.wrap(answer.get())) : verdict(server.credentials().orElseThrow());
                } catch (CredSspRefusal e) {
                    Optional<byte[]> refusal = server.refusal(request.version());
                    return refusal.isPresent() ? challenge(pipe.wrap(refusal.get())) : new Verdict.Rejected(e.getMessage());
                }
            } catch (IllegalArgumentException e) {
                return new Verdict.Rejected("not Base64");
            } catch (IOException e) {
                return new Verdict.Rejected("TLS or CredSSP: " + e.getMessage());
            }
        }

        private Verdict challenge(byte[] token) {
            return new Verdict.Continue(SCHEME + " " + Base64.getEncoder().encodeToString(token));
        }

        private Verdict verdict(PasswordCredentials credentials) {
            try (Secret password = credentials.password()) {
                in = !server.ownAccount() || passwordMatches.test(password);
                return in ? new Verdict.Accepted(credentials.user()) : new Verdict.Rejected("the credentials are others than those of the sign-in");
            }
        }

        @Override
        public boolean lastsForConnection() {
            return true;
        }

        @Override
        public Optional<MessageProtection> protection() {
            return in && !https ? Optional.of(new SealedBodies(new CredSspSealing(pipe))) : Optional.empty();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
