package org.poshremote.wsman.winrs;

import java.time.Duration;
import java.util.Objects;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.http.HttpLimits;
import org.poshremote.wsman.http.LaneConnector;
import org.poshremote.wsman.http.LaneSettings;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.http.WireLog;

/**
 * How to reach and speak to one node. The {@code with} methods give changed copies.
 *
 * @param connectTimeout   for connection and TLS handshake
 * @param readTimeout      for one request with all that belongs to it; Receive gets the operation time-out on top
 * @param operationTimeout how long the node holds a Receive that has nothing to tell; 0.5 s at least (services raise less)
 * @param maxEnvelopeSize  bytes of one message in either direction; 153600 is what every service takes (MS-WSMV 2.2.4.23)
 * @param locale           for texts and data, such as "en-US"
 */
public record ConnectionSettings(Endpoint endpoint, Trust trust, AuthenticatorFactory authentication,
        LaneConnector connector, Duration connectTimeout, Duration readTimeout, Duration operationTimeout,
        int maxEnvelopeSize, String locale, HttpLimits limits, WireLog wireLog) {
    public static final int LEAST_ENVELOPE = 8192;

    public ConnectionSettings {
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(locale);
        if (maxEnvelopeSize < LEAST_ENVELOPE) {
            throw new IllegalArgumentException("an envelope has at least " + LEAST_ENVELOPE + " bytes");
        }
    }

    public static ConnectionSettings of(Endpoint endpoint, AuthenticatorFactory authentication) {
        return new ConnectionSettings(endpoint, Trust.SYSTEM, authentication, LaneConnector.DIRECT, Duration.ofSeconds(20),
            Duration.ofSeconds(60), Duration.ofSeconds(40), 153_600, "en-US", HttpLimits.DEFAULTS, WireLog.OFF);
    }

    public ConnectionSettings withTrust(Trust value) {
        return new ConnectionSettings(endpoint, value, authentication, connector, connectTimeout, readTimeout,
            operationTimeout, maxEnvelopeSize, locale, limits, wireLog);
    }

    public ConnectionSettings withConnector(LaneConnector value) {
        return new ConnectionSettings(endpoint, trust, authentication, value, connectTimeout, readTimeout,
            operationTimeout, maxEnvelopeSize, locale, limits, wireLog);
    }

    public ConnectionSettings withTimeouts(Duration connect, Duration read, Duration operation) {
        return new ConnectionSettings(endpoint, trust, authentication, connector, connect, read,
            operation, maxEnvelopeSize, locale, limits, wireLog);
    }

    public ConnectionSettings withMaxEnvelopeSize(int bytes) {
        return new ConnectionSettings(endpoint, trust, authentication, connector, connectTimeout, readTimeout,
            operationTimeout, bytes, locale, limits, wireLog);
    }

    public ConnectionSettings withLocale(String value) {
        return new ConnectionSettings(endpoint, trust, authentication, connector, connectTimeout, readTimeout,
            operationTimeout, maxEnvelopeSize, value, limits, wireLog);
    }

    public ConnectionSettings withLimits(HttpLimits value) {
        return new ConnectionSettings(endpoint, trust, authentication, connector, connectTimeout, readTimeout,
            operationTimeout, maxEnvelopeSize, locale, value, wireLog);
    }

    public ConnectionSettings withWireLog(WireLog value) {
        return new ConnectionSettings(endpoint, trust, authentication, connector, connectTimeout, readTimeout,
            operationTimeout, maxEnvelopeSize, locale, limits, value);
    }

    LaneSettings lane() {
        return new LaneSettings(endpoint, trust, authentication, connector, connectTimeout, limits, wireLog);
    }
}
