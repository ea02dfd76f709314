package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poshremote.demo.auth.Acceptor;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.MessageProtection;
import org.poshremote.demo.auth.ProtectionException;
import org.poshremote.demo.auth.Verdict;

class LoginTest {
    private static final String IDENTIFY = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
            + "xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>";

    @Test
    void withoutOrWithAWrongPasswordTheNodeListsWhatItOffers() throws IOException {
        try (DemoNode node = Nodes.start(); WireClient client = WireClient.to(node)) {
            String right = client.authorization;
            for (String wrong : List.of("", basic("demo:wrong"), basic("other:" + password(node)), "Basic", "Basic ***", basic("nocolon"), "Negotiate abc")) {
                client.authorization = wrong;
                WireClient.Reply reply = client.create("", "");
                assertEquals(401, reply.status(), wrong);
                assertEquals(List.of("Negotiate", "Basic realm=\"WSMAN\""), reply.header("WWW-Authenticate"));
                assertEquals("", reply.body());
            }
            client.authorization = right;
            assertEquals(200, client.create("", "").status());
            assertEquals(List.of("Authenticate", "Create"), node.requestLog().operations().stream().distinct().toList());
            assertEquals(1, node.requestLog().connections());
        }
    }

    @Test
    void localAccountsMayBeWrittenWithTheirMachine() throws IOException {
        try (DemoNode node = Nodes.start(); WireClient client = WireClient.to(node)) {
            for (String name : List.of(".\\demo", "NODE\\Demo", "DEMO")) {
                client.authorization = basic(name + ":" + password(node));
                assertEquals(200, client.create("", "").status(), name);
            }
        }
    }

    @Test
    void identifyTellsVersionsOnlyAfterALogin() throws IOException {
        try (DemoNode node = Nodes.start(); WireClient client = WireClient.to(node)) {
            assertEquals("OS: 10.0.20348 SP: 0.0 Stack: 3.0", client.post(IDENTIFY).one("<wsmid:ProductVersion>([^<]*)<"));
            client.authorization = "";
            assertEquals("OS: 0.0.0 SP: 0.0 Stack: 3.0",
                    client.post("/wsman", IDENTIFY, "WSMANIDENTIFY: unauthenticated\r\n").one("<wsmid:ProductVersion>([^<]*)<"));
            WireClient.Reply anonymous = client.post("/wsman-anon/identify", IDENTIFY, "");
            assertEquals("http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd", anonymous.one("<wsmid:ProtocolVersion>([^<]*)<"));
            assertEquals(401, client.post(IDENTIFY).status());
            String create = WireClient.envelope(WireClient.TRANSFER + "/Create", WireClient.CMD, "", "<rsp:Shell/>", "PT5S", 153600);
            assertEquals(401, client.post("/wsman", create, "WSMANIDENTIFY: unauthenticated\r\n").status());
            assertEquals(0, node.openShells());
        }
    }

    @Test
    void basicOverPlainHttpOnlyWhereUnencryptedTrafficIsAllowed() throws IOException {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-server-2022").withAllowUnencrypted(false)
                .withAcceptor(new Rot("Negotiate"))); WireClient client = WireClient.to(node)) {
            WireClient.Reply reply = client.create("", "");
            assertEquals(401, reply.status());
            assertEquals(List.of("Negotiate"), reply.header("WWW-Authenticate"));
        }
    }

    @Test
    void anAcceptorWithTwoLegsAndSealedBodies() throws IOException {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-server-2022").withoutBasic().withAllowUnencrypted(false)
                .withAcceptor(new Rot("Negotiate"))); WireClient client = WireClient.to(node)) {
            client.authorization = "Negotiate one";
            WireClient.Reply first = client.post("");
            assertEquals(401, first.status());
            assertEquals(List.of("Negotiate more"), first.header("WWW-Authenticate"));
            client.authorization = "Negotiate two";
            WireClient.Reply second = client.post("");
            assertEquals(200, second.status());
            assertEquals(List.of("Negotiate done"), second.header("WWW-Authenticate"));
            client.authorization = "";
            assertEquals(500, client.create("", "").status(), "an unencrypted body where encryption is required");
            byte[] sealed = Rot.turn(IDENTIFY.getBytes(StandardCharsets.UTF_8));
            client.send(("POST /wsman HTTP/1.1\r\nContent-Type: multipart/encrypted\r\nContent-Length: " + sealed.length + "\r\n\r\n").getBytes(), sealed);
            WireClient.Reply reply = client.read();
            assertEquals(List.of("multipart/encrypted"), reply.header("Content-Type"));
            assertTrue(new String(Rot.turn(reply.body().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8).contains("OS: 10.0.20348"));
            client.send("POST /wsman HTTP/1.1\r\nContent-Type: multipart/encrypted\r\nContent-Length: 1\r\n\r\nx".getBytes());
            assertEquals(400, client.read().status());
            try (WireClient other = WireClient.to(node)) {
                other.authorization = "";
                assertEquals(401, other.create("", "").status(), "a login is bound to its connection");
            }
        }
    }

    @Test
    void thePasswordIsNewEachTimeAndNowhereInTheLog() throws IOException {
        try (DemoNode node = Nodes.start(); DemoNode other = Nodes.start(); WireClient client = WireClient.to(node)) {
            String password = password(node);
            assertTrue(password.length() >= 16);
            assertNotEquals(password, password(other));
            client.create("", "");
            assertFalse(node.requestLog().entries().toString().contains(password));
            assertFalse(node.requestLog().entries().toString().contains(client.authorization.substring(6)));
        }
    }

    private static String password(DemoNode node) {
        return node.usePassword(String::new);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A scheme for tests: two legs; bodies are sealed by flipping a bit. */
    private record Rot(String scheme) implements AcceptorFactory {
        @Override
        public Acceptor forConnection(ConnectionFacts connection) {
            return new Acceptor() {
                @Override
                public Verdict accept(String authorization) {
                    return switch (authorization) {
                        case "Negotiate one" -> new Verdict.Continue("Negotiate more");
                        case "Negotiate two" -> new Verdict.Accepted("sealed", Optional.of("Negotiate done"));
                        default -> new Verdict.Rejected("neither");
                    };
                }

                @Override
                public boolean lastsForConnection() {
                    return true;
                }

                @Override
                public Optional<MessageProtection> protection() {
                    return Optional.of(new Flip());
                }
            };
        }

        static byte[] turn(byte[] bytes) {
            byte[] turned = Arrays.copyOf(bytes, bytes.length);
            for (int i = 0; i < turned.length; i++) {
                turned[i] ^= 1;
            }
            return turned;
        }
    }

    private static final class Flip implements MessageProtection {
        @Override
        public byte[] open(String contentType, byte[] body) throws ProtectionException {
            if (body.length < 10) {
                throw new ProtectionException("too short");
            }
            return Rot.turn(body);
        }

        @Override
        public ProtectedBody seal(byte[] soap, String soapContentType) {
            return new ProtectedBody("multipart/encrypted", Rot.turn(soap));
        }
    }
}
