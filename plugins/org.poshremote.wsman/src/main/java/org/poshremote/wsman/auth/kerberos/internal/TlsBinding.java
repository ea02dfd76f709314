package org.poshremote.wsman.auth.kerberos.internal;

import java.lang.reflect.InvocationTargetException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.ietf.jgss.ChannelBinding;

/**
 * Ties a sign-in to the TLS connection it goes over (RFC 5929 section 4). The JDK's public ChannelBinding hashes another
 * address type than Windows does, and Windows refuses a wrong value while it tolerates none: so it is the JDK's own class
 * for TLS or nothing.
 */
public final class TlsBinding {
    /** The option of the JVM without which there is no binding. */
    public static final String EXPORT = "--add-exports=java.security.jgss/sun.security.jgss.krb5.internal=ALL-UNNAMED";
    private static final String NEEDED_CLASS = "sun.security.jgss.krb5.internal.TlsChannelBindingImpl";

    private TlsBinding() {
    }

    /** Whether this JVM was started with {@link #EXPORT}. */
    public static boolean available() {
        return make(new byte[0]).isPresent();
    }

    /** Empty where this JVM was started without {@link #EXPORT}. */
    public static Optional<ChannelBinding> of(X509Certificate certificate) {
        return org.poshremote.wsman.auth.ChannelBinding.tlsServerEndPoint(certificate).flatMap(TlsBinding::make);
    }

    private static Optional<ChannelBinding> make(byte[] data) {
        try {
            // in Eclipse a bundle does not see it, whatever the module exports
            Class<?> type = ClassLoader.getPlatformClassLoader().loadClass(NEEDED_CLASS);
            return Optional.of((ChannelBinding) type.getConstructor(byte[].class).newInstance((Object) data));
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException | InstantiationException | InvocationTargetException e) {
            return Optional.empty();
        }
    }
}
