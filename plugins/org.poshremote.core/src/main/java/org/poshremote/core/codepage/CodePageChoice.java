package org.poshremote.core.codepage;

import java.util.Optional;

/** Which console code page the remote shell gets. */
public sealed interface CodePageChoice {
    /** 65001, and where the node refuses it (fault 2150859072) its own default page, remembered for the node. */
    record Automatic() implements CodePageChoice {
        @Override
        public String toString() {
            return "automatic";
        }
    }

    /** This page and no other; a node that refuses it fails the run. */
    record Fixed(int number) implements CodePageChoice {
        public Fixed {
            if (number < 1 || number > 65535) {
                throw new IllegalArgumentException("A code page is a number from 1 to 65535, not " + number + ".");
            }
        }

        public CodePage page() {
            return CodePages.of(number);
        }

        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    CodePageChoice AUTOMATIC = new Automatic();

    static CodePageChoice of(int number) {
        return new Fixed(number);
    }

    /** Reads "auto", "automatic" or a number; empty for anything else. */
    static Optional<CodePageChoice> parse(String text) {
        String trimmed = text.trim();
        if (trimmed.equalsIgnoreCase("auto") || trimmed.equalsIgnoreCase("automatic")) {
            return Optional.of(AUTOMATIC);
        }
        try {
            return Optional.of(of(Integer.parseInt(trimmed)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
