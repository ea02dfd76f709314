package org.poshremote.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class HttpsTest {
    @Test
    void aClientThatTrustsTheCertificateAndChecksTheNameConnects() throws Exception {
        try (DemoNode node = DemoNode.start(Nodes.settings("windows-server-2022").withAllowUnencrypted(false))) {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(node.certificatePem().getBytes(StandardCharsets.US_ASCII)));
            for (String host : List.of("127.0.0.1", "localhost")) {
                SSLSocket socket = connect(node, context(certificate), host);
                try (WireClient client = new WireClient(socket, host + ":" + node.httpsPort(), WireClient.basic(node))) {
                    WireClient.Reply created = client.create("", "");
                    assertEquals(200, created.status());
                    assertTrue(created.has("<a:Address>https://" + host + ":" + node.httpsPort() + "/wsman</a:Address>"));
                    String shell = created.one("<rsp:ShellId>([^<]*)<");
                    assertEquals("safe\r\n", client.receive(shell, client.start(shell, "echo safe")).text("stdout"));
                }
            }
            assertTrue(node.requestLog().entries().stream().allMatch(RequestLog.Entry::https));
        }
    }

    @Test
    void aClientThatDoesNotTrustItDoesNot() throws Exception {
        try (DemoNode node = Nodes.start(); DemoNode other = Nodes.start()) {
            assertThrows(SSLException.class, () -> connect(node, context(other.certificate()), "127.0.0.1"));
            assertThrows(SSLException.class, () -> connect(node, SSLContext.getDefault(), "localhost"));
        }
    }

    @Test
    void theCertificateSaysWhatAServersCertificateMust() throws Exception {
        try (DemoNode node = Nodes.start()) {
            X509Certificate c = node.certificate();
            c.verify(c.getPublicKey());
            c.checkValidity();
            assertEquals(3, c.getVersion());
            assertEquals(-1, c.getBasicConstraints());
            assertEquals(List.of("1.3.6.1.5.5.7.3.1"), c.getExtendedKeyUsage());
            assertEquals(List.of(List.of(2, "localhost"), List.of(7, "127.0.0.1")), List.copyOf(c.getSubjectAlternativeNames()));
            assertTrue(c.getSerialNumber().signum() > 0 && c.getSerialNumber().bitLength() <= 159);
        }
    }

    private static SSLContext context(X509Certificate trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("node", trusted);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static SSLSocket connect(DemoNode node, SSLContext context, String host) throws Exception {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, node.httpsPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
