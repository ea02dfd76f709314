package org.poshremote.wsman.auth.ntlm;

import org.poshremote.wsman.Secret;

/** For the account files of other programs. */
public final class NtlmHashes {
    private NtlmHashes() {
    }

    /** NTOWFv1 (MS-NLMP 3.3.1). */
    public static byte[] ofPassword(Secret password) {
        return password.useUtf16le(Md4::hash);
    }
}
