package org.poshremote.wsman.auth.ntlm;

import java.security.SecureRandom;
import java.time.Instant;

/** Where random bytes and the time come from; the specification's vectors set both. */
interface Chance {
    Chance SECURE = new Chance() {
        private final SecureRandom random = new SecureRandom();

        @Override
        public byte[] clientChallenge() {
            return bytes(8);
        }

        @Override
        public byte[] sessionKey() {
            return bytes(16);
        }

        private byte[] bytes(int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }

        @Override
        public long fileTime() {
            return FileTime.of(Instant.now());
        }
    };

    byte[] clientChallenge();

    byte[] sessionKey();

    /** As a {@link FileTime}. */
    long fileTime();
}
