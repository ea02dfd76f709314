package org.poshremote.editor.text;

import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What the server tells as HTML of the platform's pop-ups. What scripts and nodes say is escaped. */
public final class Html {
    private Html() {
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    public static String of(MarkupContent content) {
        return MarkupKind.MARKDOWN.equals(content.getKind()) ? Markdown.html(content.getValue()) : "<pre>" + escape(content.getValue()) + "</pre>";
    }

    public static String of(Either<String, MarkupContent> content) {
        return content == null ? "" : content.isLeft() ? "<p>" + escape(content.getLeft()).replace("\n", "<br>") + "</p>" : of(content.getRight());
    }

    /** A page in the fonts and colours of the pop-up; no script runs in it. */
    public static String page(String body) {
        return "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><style>"
            + "body{font-family:sans-serif;font-size:9pt;margin:4px} pre,code{font-family:monospace;font-size:9pt} pre{margin:2px 0;white-space:pre-wrap}"
            + " p{margin:3px 0} h1,h2,h3,h4{font-size:10pt;margin:5px 0 2px} ul{margin:2px 0 2px 16px;padding:0} hr{border:0;border-top:1px solid #888}"
            + "</style></head><body>" + body + "</body></html>";
    }
}
