package org.poshremote.wsman.http;

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

    void sent(int lane, byte[] soap);

    void received(int lane, int status, byte[] soap);
}
