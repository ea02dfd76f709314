package org.poshremote.core.connection;

import java.nio.file.Path;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.http.Trust;
import org.poshremote.wsman.winrs.ConnectionSettings;

/** From a target to what the protocol needs to know. */
public final class Connections {
    private Connections() {
    }

    /** Timeouts, locale and limits are the protocol's defaults. */
    public static ConnectionSettings settings(Target target, AuthenticatorFactory authentication) {
        Endpoint endpoint = new Endpoint(target.host(), target.port(), target.https(), target.path());
        return ConnectionSettings.of(endpoint, authentication).withTrust(trust(target.trust()));
    }

    private static Trust trust(TrustChoice choice) {
        return switch (choice) {
            case TrustChoice.SystemTrust system -> Trust.SYSTEM;
            case TrustChoice.CaFile ca -> new Trust.CaFile(Path.of(ca.path()));
            case TrustChoice.Pinned pin -> new Trust.Pinned(pin.sha256());
            case TrustChoice.Unverified none -> new Trust.None();
        };
    }
}
