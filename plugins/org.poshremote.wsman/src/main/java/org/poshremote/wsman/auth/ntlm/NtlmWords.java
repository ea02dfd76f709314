package org.poshremote.wsman.auth.ntlm;

import java.util.ArrayList;
import java.util.List;

/** Names for people. */
final class NtlmWords {
    private NtlmWords() {
    }

    /** What these flags stand for: "signing, sealing". */
    static String protections(int flags) {
        List<String> words = new ArrayList<>();
        add(words, flags, NtlmFlags.NTLM | NtlmFlags.UNICODE, "NTLM in Unicode");
        add(words, flags, NtlmFlags.EXTENDED_SESSION_SECURITY | NtlmFlags.TARGET_INFO, "version 2");
        add(words, flags, NtlmFlags.SIGN, "signing");
        add(words, flags, NtlmFlags.SEAL, "sealing");
        add(words, flags, NtlmFlags.KEY_EXCHANGE, "key exchange");
        add(words, flags, NtlmFlags.KEY_128, "128-bit keys");
        return String.join(", ", words);
    }

    private static void add(List<String> words, int flags, int wanted, String word) {
        if ((flags & wanted) != 0) {
            words.add(word);
        }
    }
}
