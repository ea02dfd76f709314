package org.poshremote.demo.internal.auth.kerberos;

import java.nio.file.Path;
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

/**
 * The service's end of one sign-in by GSS-API, with the keys of a keytab. It takes SPNEGO and bare Kerberos, whatever the HTTP
 * header says, as Windows does. Used by one thread at a time.
 */
public final class KerberosServer implements AutoCloseable {
    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String KERBEROS = "1.2.840.113554.1.2.2";

    private final Path keytab;
    private Optional<GSSContext> context = Optional.empty();

    public KerberosServer(Path keytab) {
        this.keytab = keytab.toAbsolutePath();
    }

    /**
     * Takes the client's token.
     *
     * @return what to answer; empty where there is nothing to
     * @throws KerberosRefusal where it does not prove an account to this service
     */
    public byte[] accept(byte[] token) throws KerberosRefusal {
        try {
            return Subject.callAs(service(), () -> step(token));
        } catch (LoginException e) {
            throw new KerberosRefusal("keytab: " + e.getMessage());
        } catch (CompletionException e) {
            close();
            throw new KerberosRefusal(String.valueOf(e.getCause().getMessage()));
        }
    }

    private byte[] step(byte[] token) throws GSSException {
        if (context.isEmpty() || context.get().isEstablished()) {
            GSSManager manager = GSSManager.getInstance();
            Oid[] both = { new Oid(SPNEGO), new Oid(KERBEROS) };
            context = Optional.of(manager.createContext(
                    manager.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, both, GSSCredential.ACCEPT_ONLY)));
        }
        byte[] reply = context.get().acceptSecContext(token, 0, token.length);
        return reply == null ? new byte[0] : reply;
    }

    /** The service's keys: for whatever name in the keytab the client asked for. */
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

    /** Present once the sign-in is complete. */
    public Optional<GSSContext> established() {
        return context.filter(GSSContext::isEstablished);
    }

    /** Whose sign-in it was. */
    public Optional<String> user() {
        return established().flatMap(c -> {
            try {
                return Optional.of(c.getSrcName().toString());
            } catch (GSSException e) {
                return Optional.empty();
            }
        });
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
        context = Optional.empty();
    }
}
