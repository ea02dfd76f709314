package org.poshremote.cli.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A client certificate with its key, made by openssl: PEM in two files, and both under the password "s3cret" as PKCS#12. */
record ClientKey(Path certificate, Path key, Path pkcs12) {
    static final String PASSWORD = "s3cret";

    static ClientKey make(Path folder, String name, String... extensions) throws Exception {
        Path certificate = folder.resolve(name + ".crt");
        Path key = folder.resolve(name + ".key");
        Path pkcs12 = folder.resolve(name + ".pfx");
        List<String> request = new ArrayList<>(List.of("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=" + name, "-keyout", key.toString(), "-out", certificate.toString()));
        for (String extension : extensions) {
            request.addAll(List.of("-addext", extension));
        }
        openssl(request);
        openssl(List.of("pkcs12", "-export", "-in", certificate.toString(), "-inkey", key.toString(), "-out", pkcs12.toString(), "-passout", "pass:" + PASSWORD));
        return new ClientKey(certificate, key, pkcs12);
    }

    private static void openssl(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    X509Certificate x509() throws Exception {
        try (InputStream in = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
