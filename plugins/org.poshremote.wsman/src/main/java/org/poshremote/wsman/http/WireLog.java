package org.poshremote.wsman.http;

import org.poshremote.wsman.Secret;

/** Sees the decrypted SOAP of each exchange; headers, and with them every credential, are not passed on. */
public interface WireLog {
    WireLog OFF = new WireLog() {
        @Override
        public void sent(int lane, byte[] soap) {
            // off
        }

        @Override
        public void received(int lane, int status, byte[] soap) {
            // off
        }
    };

    /** A secret of the sign-in, which must not be written even where it stands in a script or its output. Copied by who needs it. */
    default void hide(Secret secret) {
        // one that writes nothing has nothing to hide
    }

    void sent(int lane, byte[] soap);

    void received(int lane, int status, byte[] soap);
}
