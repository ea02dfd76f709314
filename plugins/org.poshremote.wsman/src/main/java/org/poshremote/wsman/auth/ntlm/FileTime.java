package org.poshremote.wsman.auth.ntlm;

import java.time.Instant;

/** Windows' FILETIME: steps of 100 nanoseconds since 1601 (MS-DTYP 2.3.3). */
public final class FileTime {
    private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;

    private FileTime() {
    }

    public static long of(Instant time) {
        return (time.getEpochSecond() + SECONDS_FROM_1601_TO_1970) * 10_000_000L + time.getNano() / 100;
    }
}
