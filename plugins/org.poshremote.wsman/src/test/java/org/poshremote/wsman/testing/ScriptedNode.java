package org.poshremote.wsman.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.poshremote.wsman.Endpoint;

/** An HTTP server on loopback that does to each request what a test says, byte for byte. */
public final class ScriptedNode implements AutoCloseable {
    /** One request as it came. */
    public record Request(int number, int connection, String head, Map<String, String> headers, byte[] bytes) {
        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The last word of the wsa:Action; "Identify" without one. */
        public String operation() {
            Matcher action = Pattern.compile("<wsa:Action[^>]*>([^<]*)<").matcher(body());
            return action.find() ? action.group(1).substring(action.group(1).lastIndexOf('/') + 1) : "Identify";
        }

        public String messageId() {
            Matcher id = Pattern.compile("<wsa:MessageID>([^<]*)<").matcher(body());
            return id.find() ? id.group(1) : "";
        }
    }

    /** Where a script puts its answer. */
    public final class Answer {
        private final Socket socket;
        private final Request request;

        private Answer(Socket socket, Request request) {
            this.socket = socket;
            this.request = request;
        }

        public void raw(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        public void raw(String latin1) throws IOException {
            raw(latin1.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void status(int status, String headers, byte[] body) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(("HTTP/1.1 " + status + " \r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            all.writeBytes(body);
            raw(all.toByteArray());
        }

        public void status(int status, String headers) throws IOException {
            status(status, headers, new byte[0]);
        }

        /** @param body content of the SOAP body; the envelope relates to the request */
        public void soap(String body) throws IOException {
            envelope(200, Replies.envelope(request.messageId(), body));
        }

        public void fault(String fault) throws IOException {
            envelope(500, Replies.envelope(request.messageId(), fault));
        }

        public void envelope(int status, String xml) throws IOException {
            status(status, "Content-Type: application/soap+xml;charset=UTF-8\r\n", xml.getBytes(StandardCharsets.UTF_8));
        }

        public void disconnect() throws IOException {
            socket.close();
        }

        /** Ends the connection as a crash does (RST). */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says nothing until the client goes away or the server is closed. */
        public void hang() throws IOException {
            hanging.countDown();
            while (socket.getInputStream().read() >= 0) {
                // whatever it still says
            }
        }
    }

    /** What is done to a request. */
    public interface Script {
        void answer(Request request, Answer answer) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final Thread acceptor;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);

    public ScriptedNode(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    public ScriptedNode(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.getLocalPort(), false, "/wsman");
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<String> operations() {
        return requests.stream().map(Request::operation).toList();
    }

    public int connections() {
        return connections.get();
    }

    /** Returns once a request hangs. */
    public void awaitHanging() throws InterruptedException {
        hanging.await();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            } catch (IOException e) {
                // closed, or a handshake that the client gave up
            }
        }
    }

    private void serve(Socket socket, int connection) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                StringBuilder head = new StringBuilder();
                while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
                    int c = in.read();
                    if (c < 0) {
                        return;
                    }
                    head.append((char) c);
                }
                Map<String, String> headers = new LinkedHashMap<>();
                head.toString().lines().skip(1).filter(line -> line.indexOf(':') > 0).forEach(line ->
                    headers.put(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT), line.substring(line.indexOf(':') + 1).strip()));
                byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
                Request request;
                synchronized (requests) {
                    request = new Request(requests.size() + 1, connection, head.toString(), headers, body);
                    requests.add(request);
                }
                script.answer(request, new Answer(socket, request));
            }
        } catch (IOException e) {
            // the client went away
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join(); // the port is free only when it has let go
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
