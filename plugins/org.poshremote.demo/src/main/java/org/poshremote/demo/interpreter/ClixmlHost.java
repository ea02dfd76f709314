package org.poshremote.demo.interpreter;

import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * A PowerShell host whose standard error is CLIXML, as powershell.exe writes it when it was started with -EncodedCommand and
 * its standard error is redirected: the marker, then one document that the end of the program closes.
 */
final class ClixmlHost extends TextHost {
    private boolean begun;
    private int references;

    ClixmlHost(OutputStream out, OutputStream err, Charset charset) {
        super(out, err, charset);
    }

    private void item(String xml) {
        if (!begun) {
            begun = true;
            raw("#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">");
        }
        raw(xml);
    }

    @Override
    public void error(String text) {
        int at = 0;
        while (at < text.length()) { // one element a line, as the host's formatter hands them over
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end + 1;
            item("<S S=\"Error\">" + escape(text.substring(at, end)) + "</S>");
            at = end;
        }
    }

    @Override
    public void warning(String text) {
        item("<S S=\"warning\">" + escape(text) + "</S>");
    }

    @Override
    public void verbose(String text) {
        item("<S S=\"verbose\">" + escape(text) + "</S>");
    }

    @Override
    public void debug(String text) {
        item("<S S=\"debug\">" + escape(text) + "</S>");
    }

    @Override
    public void progress(String activity, String status, int percent, int seconds, boolean completed) {
        int reference = references++;
        String types = reference == 0
            ? "<TN RefId=\"0\"><T>System.Management.Automation.PSCustomObject</T><T>System.Object</T></TN>" : "<TNRef RefId=\"0\" />";
        item("<Obj S=\"progress\" RefId=\"" + reference + "\">" + types + "<MS><I64 N=\"SourceId\">1</I64><PR N=\"Record\"><AV>" + escape(activity)
            + "</AV><AI>0</AI><Nil /><PI>-1</PI><PC>" + percent + "</PC><T>" + (completed ? "Completed" : "Processing") + "</T><SR>" + seconds + "</SR><SD>" + escape(status)
            + "</SD></PR></MS></Obj>");
    }

    @Override
    void close() {
        if (begun) {
            raw("</Objs>");
        }
    }

    /** MS-PSRP 2.2.5.3.2: control characters and lone surrogates as _xHHHH_, and an underscore that would be taken for one. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            boolean looksEscaped = c == '_' && text.regionMatches(true, i, "_x", 0, 2) && text.length() > i + 6 && text.charAt(i + 6) == '_';
            if (c < 0x20 || Character.isSurrogate(c) && !pair || c >= 0xFFFE || looksEscaped) {
                escaped.append(String.format("_x%04X_", (int) c));
            } else if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '>') {
                escaped.append("&gt;");
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
