package org.poshremote.demo.internal.auth.ntlm;

import java.util.Base64;
import java.util.Optional;
import org.poshremote.demo.auth.Acceptor;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.ChannelBindingCheck;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.MessageProtection;
import org.poshremote.demo.auth.Verdict;
import org.poshremote.demo.internal.auth.SealedBodies;
import org.poshremote.demo.internal.auth.ntlm.NtlmServer.NtlmAccount;
import org.poshremote.wsman.auth.ChannelBinding;
import org.poshremote.wsman.auth.ntlm.NtlmException;
import org.poshremote.wsman.auth.ntlm.NtlmSealing;

/** NTLM in "Negotiate" headers, as WinRM takes it: bound to the connection, with sealed messages where the client asked for them. */
public final class NtlmAcceptors implements AcceptorFactory {
    private static final int TYPE_AT = 8;
    /** Base64 of the "NTLMSSP" that each message begins with. */
    private static final String SIGNATURE = "TlRMTVNTUA";

    private final NtlmAccount account;
    private final ChannelBindingCheck check;

    public NtlmAcceptors(NtlmAccount account, ChannelBindingCheck check) {
        this.account = account;
        this.check = check;
    }

    @Override
    public String scheme() {
        return "Negotiate";
    }

    @Override
    public boolean takes(String authorization) {
        return authorization.substring(authorization.indexOf(' ') + 1).strip().startsWith(SIGNATURE);
    }

    @Override
    public Acceptor forConnection(ConnectionFacts connection) {
        return new Connection(new NtlmServer(account, connection.serverCertificate().flatMap(ChannelBinding::tlsServerEndPoint), check));
    }

    private static final class Connection implements Acceptor {
        private final NtlmServer server;
        private Optional<MessageProtection> protection = Optional.empty();

        Connection(NtlmServer server) {
            this.server = server;
        }

        @Override
        public Verdict accept(String authorization) {
            try {
                byte[] token = Base64.getDecoder().decode(authorization.substring(authorization.indexOf(' ') + 1).strip());
                if (token.length > TYPE_AT && token[TYPE_AT] == 1) {
                    return new Verdict.Continue("Negotiate " + Base64.getEncoder().encodeToString(server.challenge(token)));
                }
                server.authenticate(token);
                protection = server.session().filter(s -> server.sealing()).map(session -> new SealedBodies(new NtlmSealing(session)));
                return new Verdict.Accepted(server.user());
            } catch (IllegalArgumentException e) {
                return new Verdict.Rejected("not Base64");
            } catch (NtlmException e) {
                return new Verdict.Rejected(e.getMessage());
            }
        }

        @Override
        public boolean lastsForConnection() {
            return true;
        }

        @Override
        public Optional<MessageProtection> protection() {
            return protection;
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
