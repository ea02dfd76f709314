package org.poshremote.core.wirelog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.poshremote.wsman.Secret;

class KnownSecretsTest {
    private static String masked(String text, String... secrets) {
        try (KnownSecrets known = new KnownSecrets()) {
            for (String secret : secrets) {
                try (Secret one = Secret.of(secret.toCharArray())) {
                    known.add(one);
                }
            }
            return known.masked(text);
        }
    }

    @Test
    void whereverTheyStand() {
        assertEquals("a(secret)b(secret)", masked("ageheimbgeheim", "geheim"));
        assertEquals("nothing", masked("nothing", ""));
    }

    /** PowerShell writes errors and progress as XML into its output. */
    @Test
    void withinXmlToo() {
        assertEquals("<S>(secret)</S> (secret)", masked("<S>a&amp;b&lt;&quot;c&apos;</S> a&b<\"c'", "a&b<\"c'"));
    }

    @Test
    void theLongerOfTwoThatBeginAlike() {
        assertEquals("(secret) (secret)", masked("geheim2026 geheim", "geheim", "geheim2026"));
    }
}
