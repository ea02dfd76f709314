package org.poshremote.editor.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Markdown that language servers write: headings, lists, fenced code, rules, and within a line code, bold,
 * italics and links to the web. Everything is escaped first, so that HTML in the text stays text.
 */
final class Markdown {
    private static final Pattern INLINE = Pattern.compile("(`+)(.+?)\\1|\\*\\*(.+?)\\*\\*|(?<![\\w*])[*_]([^*_\\s][^*_]*?)[*_](?!\\w)|\\[([^\\]]+)\\]\\((https?://[^)\\s]+)\\)|\\\\([\\\\`*_{}\\[\\]()#+.!<>|~-])");

    private final StringBuilder html = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private boolean inList;

    private Markdown() {
    }

    static String html(String text) {
        Markdown markdown = new Markdown();
        String[] lines = text.split("\r\n|\r|\n", -1);
        int at = 0;
        while (at < lines.length) {
            at = markdown.block(lines, at);
        }
        markdown.endParagraph();
        markdown.endList();
        return markdown.html.toString();
    }

    /** @return the line to go on with */
    private int block(String[] lines, int at) {
        String line = lines[at].strip();
        if (line.startsWith("```")) {
            endParagraph();
            endList();
            return code(lines, at + 1, line.substring(0, line.length() - line.replaceFirst("^`+", "").length()));
        }
        Matcher heading = Pattern.compile("(#{1,6})\\s+(.*)").matcher(line);
        Matcher item = Pattern.compile("(?:[-*+]|\\d+\\.)\\s+(.*)").matcher(line);
        if (line.isEmpty()) {
            endParagraph();
            endList();
        } else if (line.matches("(-{3,}|\\*{3,}|_{3,})")) {
            endParagraph();
            endList();
            html.append("<hr>");
        } else if (heading.matches()) {
            endParagraph();
            endList();
            int level = Math.min(4, heading.group(1).length());
            html.append("<h").append(level).append('>').append(inline(heading.group(2))).append("</h").append(level).append('>');
        } else if (item.matches()) {
            endParagraph();
            html.append(inList ? "" : "<ul>").append("<li>").append(inline(item.group(1))).append("</li>");
            inList = true;
        } else {
            endList();
            paragraph.append(paragraph.isEmpty() ? "" : lines[at - 1].endsWith("  ") ? "\n" : " ").append(line);
        }
        return at + 1;
    }

    private int code(String[] lines, int from, String fence) {
        int at = from;
        html.append("<pre>");
        while (at < lines.length && !lines[at].strip().equals(fence)) {
            html.append(Html.escape(lines[at++])).append('\n');
        }
        html.append("</pre>");
        return at + 1;
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            html.append("<p>").append(inline(paragraph.toString()).replace("\n", "<br>")).append("</p>");
            paragraph.setLength(0);
        }
    }

    private void endList() {
        html.append(inList ? "</ul>" : "");
        inList = false;
    }

    private static String inline(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(Html.escape(text.substring(from, matcher.start())));
            if (matcher.group(2) != null) {
                out.append("<code>").append(Html.escape(matcher.group(2).strip())).append("</code>");
            } else if (matcher.group(3) != null) {
                out.append("<b>").append(inline(matcher.group(3))).append("</b>");
            } else if (matcher.group(4) != null) {
                out.append("<i>").append(inline(matcher.group(4))).append("</i>");
            } else if (matcher.group(6) != null) {
                out.append("<a href=\"").append(Html.escape(matcher.group(6))).append("\">").append(Html.escape(matcher.group(5))).append("</a>");
            } else {
                out.append(Html.escape(matcher.group(7)));
            }
            from = matcher.end();
        }
        return out.append(Html.escape(text.substring(from))).toString();
    }
}
