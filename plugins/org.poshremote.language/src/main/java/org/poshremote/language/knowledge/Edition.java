package org.poshremote.language.knowledge;

import java.util.Optional;

/** The kinds of PowerShell that the knowledge tells apart. */
public enum Edition {
    WINDOWS_2(1, "Windows PowerShell 2.0"), WINDOWS_3(2, "Windows PowerShell 3.0"), WINDOWS_4(4, "Windows PowerShell 4.0"), WINDOWS_5(8, "Windows PowerShell 5.1"),
    CORE_6_WINDOWS(0x10, "PowerShell 6"), CORE_6_UNIX(0x20, "PowerShell 6 on Linux"), CORE_7_WINDOWS(0x40, "PowerShell 7"), CORE_7_UNIX(0x80, "PowerShell 7 on Linux");

    final int bit;
    private final String words;

    Edition(int bit, String words) {
        this.bit = bit;
        this.words = words;
    }

    /** For messages. */
    public String words() {
        return words;
    }

    /** The one that speaks for a version; empty where none does, such as for Windows PowerShell 1. */
    public static Optional<Edition> of(int major, boolean desktop, boolean windows) {
        if (major >= 6) {
            return Optional.of(major == 6 ? windows ? CORE_6_WINDOWS : CORE_6_UNIX : windows ? CORE_7_WINDOWS : CORE_7_UNIX);
        }
        // PowerShell Core 5.1 is that of Nano Server, of which nothing is known here
        return !desktop ? Optional.empty() : switch (major) {
            case 2 -> Optional.of(WINDOWS_2);
            case 3 -> Optional.of(WINDOWS_3);
            case 4 -> Optional.of(WINDOWS_4);
            case 5 -> Optional.of(WINDOWS_5);
            default -> Optional.empty();
        };
    }
}
