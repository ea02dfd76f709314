package org.poshremote.core.secret;

import java.util.Locale;

/**
 * What a kept secret belongs to. A secret is never offered to another host, port, scheme or account than it was given for.
 *
 * @param scheme "http" or "https"
 * @param host   compared without regard to case
 * @param user   the account as the person wrote it, compared without regard to case (Windows does)
 */
public record SecretKey(String scheme, String host, int port, String user) {
    public SecretKey {
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
        user = user.toLowerCase(Locale.ROOT);
    }
}
