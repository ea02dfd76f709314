package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {
    private DemoNode node;
    private WireClient client;

    @BeforeEach
    void start() throws IOException {
        node = Nodes.start();
        client = WireClient.to(node);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        node.close();
    }

    private String head(String extra) {
        return "POST /wsman HTTP/1.1\r\nHost: x\r\nAuthorization: " + client.authorization + "\r\nContent-Type: application/soap+xml\r\n" + extra + "\r\n";
    }

    private static String create() {
        return WireClient.envelope(WireClient.TRANSFER + "/Create", WireClient.CMD, "", "<rsp:Shell/>", "PT5S", 153600);
    }

    @Test
    void chunkedBodiesWithExtensionsAndTrailers() throws IOException {
        byte[] soap = create().getBytes(StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder(head("Transfer-Encoding: chunked\r\n"));
        for (int i = 0; i < soap.length; i += 100) {
            String part = new String(soap, i, Math.min(100, soap.length - i), StandardCharsets.UTF_8);
            request.append(Integer.toHexString(part.length())).append(";a=b\r\n").append(part).append("\r\n");
        }
        client.send(request.append("0\r\nX-Trailer: y\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(200, client.read().status());
        assertEquals(200, client.create("", "").status(), "the connection goes on");
    }

    @Test
    void requestsMayBePipelinedAndAskToContinue() throws IOException {
        String soap = create();
        String one = head("Content-Length: " + soap.length() + "\r\n") + soap;
        client.send((one + one).getBytes(StandardCharsets.UTF_8));
        assertEquals(200, client.read().status());
        assertEquals(200, client.read().status());
        client.send(head("Expect: 100-continue\r\nContent-Length: " + soap.length() + "\r\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(100, client.read().status());
        client.send(soap.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, client.read().status());
    }

    @Test
    void utf16BodiesAreUnderstood() throws IOException {
        byte[] soap = create().getBytes(StandardCharsets.UTF_16);
        client.send(head("Content-Length: " + soap.length + "\r\n").replace("soap+xml", "soap+xml;charset=UTF-16").getBytes(StandardCharsets.UTF_8), soap);
        assertEquals(200, client.read().status());
    }

    @Test
    void pathsMethodsAndTypesThatAreNotTheServices() throws IOException {
        assertEquals(404, client.post("/other", "", "").status());
        client.send("GET /wsman HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
        assertEquals(405, client.read().status());
        String soap = create();
        client.send(head("Content-Length: " + soap.length() + "\r\n").replace("application/soap+xml", "text/plain").getBytes(), soap.getBytes());
        assertEquals(415, client.read().status());
        assertEquals(List.of("Invalid", "Invalid", "Invalid"), node.requestLog().operations());
    }

    @Test
    void whatIsNoHttpIsRefusedAndTheConnectionClosed() throws IOException {
        for (String bad : List.of("HELLO\r\n\r\n", "POST /wsman HTTP/2\r\n\r\n", "POST /wsman HTTP/1.1\r\nNo colon\r\n\r\n",
                "POST /wsman HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "POST /wsman HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /wsman HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", "POST /wsman HTTP/1.1\r\nA : b\r\n\r\n",
                "POST /wsman HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "\u0016\u0003\u0001\u0002\n")) {
            try (WireClient other = WireClient.to(node)) {
                other.send(bad.getBytes(StandardCharsets.ISO_8859_1));
                assertEquals(400, other.read().status(), bad);
                assertTrue(other.closedByServer(), bad);
            }
        }
        try (WireClient other = WireClient.to(node)) {
            other.send(("POST /wsman HTTP/1.1\r\nX: " + "x".repeat(100_000)).getBytes());
            assertEquals(431, other.read().status());
        }
        try (WireClient other = WireClient.to(node)) {
            other.send("POST /wsman HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n".getBytes());
            assertEquals(413, other.read().status());
        }
    }

    @Test
    void aClientThatAsksToCloseIsObeyed() throws IOException {
        assertEquals(List.of("close"), client.post("/wsman", create(), "Connection: close\r\n").header("Connection"));
        assertTrue(client.closedByServer());
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        DemoNodeSettings same = Nodes.settings("windows-server-2022").withPorts(node.port(), 0);
        String message = assertThrows(IOException.class, () -> DemoNode.start(same).close()).getMessage();
        assertTrue(message.contains("port " + node.port()), message);
    }

    @Test
    void itListensOnLoopbackOnly() throws IOException {
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress()).forEach(address -> assertThrows(IOException.class, () -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, node.port()), 2000);
                    }
                }));
        assertThrows(IOException.class, () -> new Socket("127.0.0.2", node.port()).close());
    }
}
