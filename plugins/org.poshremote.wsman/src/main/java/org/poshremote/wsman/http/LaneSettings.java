package org.poshremote.wsman.http;

import java.time.Duration;
import java.util.Objects;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.AuthenticatorFactory;

/**
 * What a lane needs to know.
 *
 * @param connectTimeout for connection and TLS handshake together
 */
public record LaneSettings(Endpoint endpoint, Trust trust, AuthenticatorFactory authentication, LaneConnector connector,
        Duration connectTimeout, HttpLimits limits, WireLog wireLog) {
    public LaneSettings {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(trust);
        Objects.requireNonNull(authentication);
        Objects.requireNonNull(connector);
        Objects.requireNonNull(connectTimeout);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(wireLog);
    }
}
