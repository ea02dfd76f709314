package org.poshremote.wsman.soap;

/** Text for an XML 1.0 document, put together by hand so that every character arrives as it was given. */
public final class XmlText {
    private XmlText() {
    }

    /**
     * For element content and attribute values. Line ends and tabs become character references, since a reader would
     * normalise them (XML 1.0 2.11, 3.3.3).
     *
     * @throws IllegalArgumentException for a character that XML 1.0 cannot hold (2.2)
     */
    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String reference = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\r' -> "&#13;";
                case '\n' -> "&#10;";
                case '\t' -> "&#9;";
                default -> null;
            };
            if (reference == null && !allowed(text, i)) {
                throw new IllegalArgumentException(String.format("The character U+%04X cannot be sent in XML.", (int) c));
            }
            if (reference != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 32).append(text, 0, i);
            }
            if (escaped != null) {
                if (reference != null) {
                    escaped.append(reference);
                } else {
                    escaped.append(c);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static boolean allowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= 0x20 && c < 0xFFFE;
    }
}
