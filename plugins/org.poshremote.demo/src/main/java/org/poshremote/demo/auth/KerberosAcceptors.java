package org.poshremote.demo.auth;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.poshremote.demo.internal.auth.SealedBodies;
import org.poshremote.demo.internal.auth.kerberos.KerberosRefusal;
import org.poshremote.demo.internal.auth.kerberos.KerberosServer;
import org.poshremote.wsman.auth.kerberos.KerberosSealing;
import org.poshremote.wsman.auth.sealing.EncryptedMultipart.Protocol;

/**
 * Kerberos by the JDK's GSS-API, under "Negotiate" or "Kerberos", for the services whose keys are in a keytab. The realm is
 * that of the JVM's krb5.conf. Channel bindings are not checked: the JDK's acceptor cannot see those of TLS.
 */
public final class KerberosAcceptors implements AcceptorFactory {
    private final Path keytab;
    private final Scheme scheme;

    /** The name that the HTTP header has. */
    public enum Scheme {
        NEGOTIATE("Negotiate", Protocol.SPNEGO),
        KERBEROS("Kerberos", Protocol.KERBEROS);

        private final String header;
        private final Protocol protocol;

        Scheme(String header, Protocol protocol) {
            this.header = header;
            this.protocol = protocol;
        }
    }

    public KerberosAcceptors(Path keytab, Scheme scheme) {
        this.keytab = keytab;
        this.scheme = scheme;
    }

    public Path keytab() {
        return keytab;
    }

    @Override
    public String scheme() {
        return scheme.header;
    }

    @Override
    public Acceptor forConnection(ConnectionFacts connection) {
        return new Connection(connection.https(), new KerberosServer(keytab));
    }

    private final class Connection implements Acceptor {
        private final boolean https;
        private final KerberosServer server;

        Connection(boolean https, KerberosServer server) {
            this.https = https;
            this.server = server;
        }

        @Override
        public Verdict accept(String authorization) {
            try {
                byte[] reply = server.accept(Base64.getDecoder().decode(authorization.substring(authorization.indexOf(' ') + 1).strip()));
                Optional<String> challenge = Optional.of(reply).filter(bytes -> bytes.length > 0)
                        .map(bytes -> scheme.header + " " + Base64.getEncoder().encodeToString(bytes));
                return server.user().<Verdict>map(user -> new Verdict.Accepted(user, challenge))
                        .orElseGet(() -> new Verdict.Continue(challenge.orElse(scheme.header)));
            } catch (IllegalArgumentException e) {
                return new Verdict.Rejected("not Base64");
            } catch (KerberosRefusal e) {
                return new Verdict.Rejected(e.getMessage());
            }
        }

        @Override
        public boolean lastsForConnection() {
            return true;
        }

        @Override
        public Optional<MessageProtection> protection() {
            return https ? Optional.empty() : server.established().map(context -> new SealedBodies(new KerberosSealing(context, scheme.protocol)));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
