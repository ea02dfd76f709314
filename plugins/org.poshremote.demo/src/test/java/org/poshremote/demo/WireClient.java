package org.poshremote.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client as small as can be, text in and text out, so that the server's tests depend on no other code of ours. One connection. */
public final class WireClient implements AutoCloseable {
    static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    static final String CMD = SHELL + "/cmd";

    public record Reply(int status, List<String> headers, String body) {
        String one(String regex) {
            Matcher m = Pattern.compile(regex, Pattern.DOTALL).matcher(body);
            if (!m.find()) {
                throw new AssertionError("no " + regex + " in " + body);
            }
            return m.group(1);
        }

        boolean has(String text) {
            return body.contains(text);
        }

        long faultCode() {
            return Long.parseLong(one("WSManFault[^>]* Code=\"(\\d+)\""));
        }

        List<String> header(String name) {
            return headers.stream().filter(h -> h.toLowerCase().startsWith(name.toLowerCase() + ":")).map(h -> h.substring(name.length() + 1).strip())
                    .toList();
        }

        byte[] stream(String name) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            Matcher m = Pattern.compile("<rsp:Stream Name=\"" + name + "\" CommandId=\"[^\"]*\">([^<]*)<").matcher(body);
            while (m.find()) {
                all.writeBytes(Base64.getDecoder().decode(m.group(1)));
            }
            return all.toByteArray();
        }

        String text(String name) {
            return new String(stream(name), StandardCharsets.UTF_8);
        }

        boolean done() {
            return body.contains("CommandState/Done\"");
        }

        String exitCode() {
            return one("<rsp:ExitCode>(\\d+)</rsp:ExitCode>");
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final String host;
    String authorization;
    String timeout = "PT5S";
    int envelope = 153600;

    WireClient(Socket socket, String host, String authorization) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.host = host;
        this.authorization = authorization;
    }

    public static WireClient to(DemoNode node) throws IOException {
        return new WireClient(new Socket(node.host(), node.port()), node.host() + ":" + node.port(), basic(node));
    }

    static String basic(DemoNode node) {
        return "Basic " + node.usePassword(p -> Base64.getEncoder()
                .encodeToString((node.user() + ":" + new String(p)).getBytes(StandardCharsets.UTF_8)));
    }

    static String envelope(String action, String resource, String headers, String body, String timeout, int size) {
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
                + "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" xmlns:rsp=\"" + SHELL + "\"><s:Header><a:To>http://node/wsman</a:To>"
                + "<a:ReplyTo><a:Address s:mustUnderstand=\"true\">http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>"
                + "<w:MaxEnvelopeSize s:mustUnderstand=\"true\">" + size + "</w:MaxEnvelopeSize><a:MessageID>uuid:" + UUID.randomUUID()
                + "</a:MessageID><w:Locale s:mustUnderstand=\"false\" xml:lang=\"en-US\"/><w:OperationTimeout>" + timeout + "</w:OperationTimeout>"
                + "<w:ResourceURI s:mustUnderstand=\"true\">" + resource + "</w:ResourceURI><a:Action s:mustUnderstand=\"true\">" + action
                + "</a:Action>" + headers + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    public Reply ask(String action, String headers, String body) throws IOException {
        return post(envelope(action, CMD, headers, body, timeout, envelope));
    }

    Reply post(String soap) throws IOException {
        return post("/wsman", soap, "");
    }

    Reply post(String path, String soap, String extraHeaders) throws IOException {
        byte[] body = soap.getBytes(StandardCharsets.UTF_8);
        send(("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/soap+xml;charset=UTF-8\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n") + extraHeaders + "Content-Length: " + body.length
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8), body);
        return read();
    }

    void send(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        socket.getOutputStream().write(all.toByteArray());
    }

    Reply read() throws IOException {
        String status = line();
        List<String> headers = new ArrayList<>();
        int length = 0;
        for (String h = line(); !h.isEmpty(); h = line()) {
            headers.add(h);
            if (h.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(h.substring(15).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("reply cut off");
        }
        return new Reply(Integer.parseInt(status.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("connection closed");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    /** Whether the server has closed this connection. */
    boolean closedByServer() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    public String createShell() throws IOException {
        return createShell("", "");
    }

    String createShell(String options, String content) throws IOException {
        return create(options, content).one("Selector Name=\"ShellId\">([^<]+)<");
    }

    Reply create(String options, String content) throws IOException {
        return ask(TRANSFER + "/Create", "<w:OptionSet s:mustUnderstand=\"true\">" + options + "</w:OptionSet>", "<rsp:Shell>" + content
                + "<rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>");
    }

    static String option(String name, String value) {
        return "<w:Option Name=\"" + name + "\">" + value + "</w:Option>";
    }

    static String selector(String shell) {
        return "<w:SelectorSet><w:Selector Name=\"ShellId\">" + shell + "</w:Selector></w:SelectorSet>";
    }

    public String start(String shell, String commandLine) throws IOException {
        return command(shell, commandLine, false).one("<rsp:CommandId>([^<]+)<");
    }

    Reply command(String shell, String commandLine, boolean consoleMode) throws IOException {
        return ask(SHELL + "/Command", "<w:OptionSet>" + option("WINRS_CONSOLEMODE_STDIN", consoleMode ? "TRUE" : "FALSE") + "</w:OptionSet>"
                + selector(shell), "<rsp:CommandLine><rsp:Command>" + commandLine + "</rsp:Command></rsp:CommandLine>");
    }

    Reply send(String shell, String command, byte[] data, boolean end) throws IOException {
        return ask(SHELL + "/Send", selector(shell), "<rsp:Send><rsp:Stream Name=\"stdin\" CommandId=\"" + command + "\"" + (end ? " End=\"true\"" : "")
                + ">" + Base64.getEncoder().encodeToString(data) + "</rsp:Stream></rsp:Send>");
    }

    public Reply receive(String shell, String command) throws IOException {
        return ask(SHELL + "/Receive", selector(shell), receiveBody(command));
    }

    static String receiveBody(String command) {
        return "<rsp:Receive><rsp:DesiredStream CommandId=\"" + command + "\">stdout stderr</rsp:DesiredStream></rsp:Receive>";
    }

    Reply signal(String shell, String command, String signal) throws IOException {
        return ask(SHELL + "/Signal", selector(shell), "<rsp:Signal CommandId=\"" + command + "\"><rsp:Code>" + SHELL + "/signal/" + signal
                + "</rsp:Code></rsp:Signal>");
    }

    public Reply delete(String shell) throws IOException {
        return ask(TRANSFER + "/Delete", selector(shell), "");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
