package org.poshremote.wsman.clixml;

/** Undoes {@code _xHHHH_}, by which CLIXML writes UTF-16 units that XML cannot hold or would change (MS-PSRP 2.2.5.3.2). */
public final class EscapedText {
    private static final int LENGTH = "_x000D_".length();

    private EscapedText() {
    }

    public static String decode(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            int unit = unit(text, at);
            if (unit < 0) {
                at = text.indexOf("_x", at + 1);
                continue;
            }
            decoded.append(text, copied, at).append((char) unit);
            copied = at + LENGTH;
            at = text.indexOf("_x", copied);
        }
        return decoded.append(text, copied, text.length()).toString();
    }

    private static int unit(String text, int at) {
        if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + LENGTH - 1; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') { // no digits of other scripts
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }
}
