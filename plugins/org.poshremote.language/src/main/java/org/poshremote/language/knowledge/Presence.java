package org.poshremote.language.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * In which editions something exists.
 *
 * @param bits     of {@link Edition}
 * @param minor7   the version 7.x from which on it exists there; 0 where it always did
 * @param builtIn  it belongs to PowerShell itself rather than to the operating system, so that its absence from an edition is certain
 */
public record Presence(int bits, int minor7, boolean builtIn) {
    /** Whether it is there. */
    public enum Verdict {
        PRESENT, ABSENT, UNKNOWN
    }

    /** @param minor of the version, which counts for 7.x only */
    public Verdict in(Edition edition, int minor) {
        if ((bits & edition.bit) != 0) {
            return edition.ordinal() < Edition.CORE_7_WINDOWS.ordinal() || minor >= minor7 ? Verdict.PRESENT : Verdict.ABSENT;
        }
        boolean desktop = edition.ordinal() < Edition.CORE_6_WINDOWS.ordinal();
        // modules of Windows come with its version and features; only what is younger than the edition is surely missing
        return builtIn || desktop && edition.bit < Integer.lowestOneBit(bits) ? Verdict.ABSENT : Verdict.UNKNOWN;
    }

    /** Such as "Windows PowerShell 3.0 to 5.1, PowerShell 6 and later". */
    public String words() {
        List<String> parts = new ArrayList<>();
        List<String> desktop = new ArrayList<>();
        for (Edition edition : List.of(Edition.WINDOWS_2, Edition.WINDOWS_3, Edition.WINDOWS_4, Edition.WINDOWS_5)) {
            if ((bits & edition.bit) != 0) {
                desktop.add(edition.words().substring("Windows PowerShell ".length()));
            }
        }
        if (!desktop.isEmpty()) {
            parts.add("Windows PowerShell " + (desktop.size() == 1 ? desktop.get(0) : desktop.get(0) + " to " + desktop.get(desktop.size() - 1)));
        }
        boolean six = (bits & 0x30) != 0;
        boolean seven = (bits & 0xc0) != 0;
        if (six || seven) {
            boolean unixToo = (bits & 0xa0) != 0;
            String from = six ? seven ? "PowerShell 6 and later" : "PowerShell 6" : "PowerShell 7." + minor7 + " and later";
            parts.add(unixToo ? from : from + " on Windows");
        }
        return String.join(", ", parts);
    }
}
