package org.poshremote.demo.auth;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.SealingException;
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
        NEGOTIATE("Negotiate", "1.3.6.1.5.5.2", Protocol.SPNEGO),
        KERBEROS("Kerberos", "1.2.840.113554.1.2.2", Protocol.KERBEROS);

        private final String header;
        private final String mechanism;
        private final Protocol protocol;

        Scheme(String header, String mechanism, Protocol protocol) {
            this.header = header;
            this.mechanism = mechanism;
            this.protocol = protocol;
        }
    }

    public KerberosAcceptors(Path keytab, Scheme scheme) {
        this.keytab = keytab.toAbsolutePath();
        this.scheme = scheme;
    }

    @Override
    public String scheme() {
        return scheme.header;
    }

    @Override
    public Acceptor forConnection(ConnectionFacts connection) {
        return new Connection(connection.https());
    }

    /** The service's keys: whatever name in the keytab the client asked for. */
    private Subject service() throws LoginException {
        Map<String, String> options = Map.of("useKeyTab", "true", "keyTab", keytab.toString(), "principal", "*", "storeKey", "true",
                "isInitiator", "false", "doNotPrompt", "true");
        AppConfigurationEntry entry = new AppConfigurationEntry("com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options);
        LoginContext login = new LoginContext("poshremote-demo", new Subject(), null, new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] { entry };
            }
        });
        login.login();
        return login.getSubject();
    }

    private final class Connection implements Acceptor {
        private final boolean https;
        private Optional<GSSContext> context = Optional.empty();

        Connection(boolean https) {
            this.https = https;
        }

        @Override
        public Verdict accept(String authorization) {
            try {
                byte[] token = Base64.getDecoder().decode(authorization.substring(authorization.indexOf(' ') + 1).strip());
                return Subject.callAs(service(), () -> step(token));
            } catch (IllegalArgumentException e) {
                return new Verdict.Rejected("not Base64");
            } catch (LoginException e) {
                return new Verdict.Rejected("keytab: " + e.getMessage());
            } catch (CompletionException e) {
                context = Optional.empty();
                return new Verdict.Rejected(String.valueOf(e.getCause().getMessage()));
            }
        }

        private Verdict step(byte[] token) throws GSSException {
            GSSManager manager = GSSManager.getInstance();
            if (context.isEmpty() || context.get().isEstablished()) {
                Oid mechanism = new Oid(scheme.mechanism);
                context = Optional.of(manager.createContext(
                        manager.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, mechanism, GSSCredential.ACCEPT_ONLY)));
            }
            GSSContext current = context.get();
            byte[] reply = current.acceptSecContext(token, 0, token.length);
            Optional<String> challenge = Optional.ofNullable(reply).map(bytes -> scheme.header + " " + Base64.getEncoder().encodeToString(bytes));
            if (!current.isEstablished()) {
                return new Verdict.Continue(challenge.orElse(scheme.header));
            }
            return new Verdict.Accepted(current.getSrcName().toString(), challenge);
        }

        @Override
        public boolean lastsForConnection() {
            return true;
        }

        @Override
        public Optional<MessageProtection> protection() {
            return https ? Optional.empty()
                    : context.filter(GSSContext::isEstablished).map(established -> new Protection(new KerberosSealing(established, scheme.protocol)));
        }

        @Override
        public void close() {
            context.ifPresent(c -> {
                try {
                    c.dispose();
                } catch (GSSException e) {
                    // it held keys in memory alone
                }
            });
        }
    }

    private record Protection(KerberosSealing sealing) implements MessageProtection {
        @Override
        public byte[] open(String contentType, byte[] body) throws ProtectionException {
            try {
                return sealing.unseal(contentType, body);
            } catch (SealingException e) {
                throw new ProtectionException(e.getMessage());
            }
        }

        @Override
        public ProtectedBody seal(byte[] soap, String soapContentType) {
            SealedBody sealed = sealing.seal(soap, soapContentType);
            return new ProtectedBody(sealed.contentType(), sealed.bytes());
        }
    }
}
