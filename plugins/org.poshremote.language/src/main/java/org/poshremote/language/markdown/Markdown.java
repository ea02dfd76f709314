package org.poshremote.language.markdown;

/** Makes Markdown (CommonMark). What comes from a script or a node is text: it never turns into markup, links or HTML. */
public final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]()#+-.!<>|~&";

    private final StringBuilder text = new StringBuilder();

    /** As one line of plain text. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                escaped.append(' ');
            } else if (isSpecial(text, i)) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Dots, dashes and parentheses are markup in few places only, and common in sentences. */
    private static boolean isSpecial(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '.', ')' -> at > 0 && Character.isDigit(text.charAt(at - 1)) && text.substring(0, at).strip().chars().allMatch(Character::isDigit);
            case '-', '+', '#' -> text.substring(0, at).isBlank();
            case '(', '!', '{', '}' -> false;
            default -> SPECIAL.indexOf(c) >= 0;
        };
    }

    /** In the letters of code, as it is; the fence is longer than any run of backticks in it (CommonMark 6.1). */
    public static String code(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        String fence = "`".repeat(longestRun(line) + 1);
        String gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + gap + line + gap + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** @param markdown made of {@link #escape} and {@link #code} */
    public Markdown paragraph(String markdown) {
        if (!markdown.isBlank()) {
            gap();
            text.append(markdown.strip());
        }
        return this;
    }

    /** Text of several lines: empty lines part paragraphs, indented ones and line ends stay as they are. */
    public Markdown prose(String plain) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : plain.strip().split("\r\n|\r|\n", -1)) {
            if (line.isBlank()) {
                paragraph(paragraph.toString());
                paragraph.setLength(0);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "  \n").append(escape(line.strip()));
            }
        }
        return paragraph(paragraph.toString());
    }

    public Markdown heading(String plain) {
        return paragraph("**" + escape(plain) + "**");
    }

    public Markdown item(String markdown) {
        if (text.isEmpty() || !lastLine().startsWith("- ")) {
            gap();
        } else {
            text.append('\n');
        }
        text.append("- ").append(markdown.strip());
        return this;
    }

    /** A block of PowerShell. */
    public Markdown script(String script) {
        if (!script.isBlank()) {
            gap();
            String fence = "`".repeat(Math.max(3, longestRun(script) + 1));
            text.append(fence).append("powershell\n").append(script.strip()).append('\n').append(fence);
        }
        return this;
    }

    public Markdown rule() {
        if (!text.isEmpty()) {
            gap();
            text.append("---");
        }
        return this;
    }

    private void gap() {
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
    }

    private String lastLine() {
        return text.substring(text.lastIndexOf("\n") + 1);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
