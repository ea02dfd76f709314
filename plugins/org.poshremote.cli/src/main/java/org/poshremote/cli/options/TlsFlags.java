package org.poshremote.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import picocli.CommandLine.Option;

/** Whose certificate is taken for the node's, and which one is shown to it. */
final class TlsFlags {
    @Option(names = "--ca", paramLabel = "FILE", description = "Trust the certificate authorities in this PEM file instead of the machine's.")
    private Path caFile;

    @Option(names = "--pin", paramLabel = "SHA256", description = "Take exactly the certificate of this SHA-256, whatever its name and dates.")
    private String pin;

    @Option(names = "--no-verify", description = "Take any certificate: whoever answers gets the password and the script. For test machines only.")
    private boolean noVerify;

    @Option(names = "--certificate", paramLabel = "FILE",
            description = "Client certificate to sign in by: PKCS#12 (.pfx, .p12) or PEM; store:THUMBPRINT is one that the operating system keeps.")
    private String certificate;

    @Option(names = "--certificate-key", paramLabel = "FILE", description = "PEM file of its key, where that is not in the same file.")
    private Path certificateKey;

    private Optional<TrustChoice> trust() {
        if ((caFile == null ? 0 : 1) + (pin == null ? 0 : 1) + (noVerify ? 1 : 0) > 1) {
            throw new IllegalArgumentException("--ca, --pin and --no-verify exclude each other: give one of them.");
        }
        return caFile != null ? Optional.of(new TrustChoice.CaFile(caFile.toAbsolutePath().toString()))
            : pin != null ? Optional.of(new TrustChoice.Pinned(pin)) : noVerify ? Optional.of(TrustChoice.UNVERIFIED) : Optional.empty();
    }

    /** @throws IllegalArgumentException with a sentence for the person */
    void applyTo(Target.Builder builder) {
        Optional<TrustChoice> trust = trust();
        trust.ifPresent(builder::trust);
        if (certificate == null && certificateKey != null) {
            throw new IllegalArgumentException("--certificate-key is the key to a certificate: give --certificate FILE as well.");
        }
        if (certificate != null) {
            builder.certificate(Optional.of(choice()));
        }
        // a pin that nothing looks at would be taken for safety
        if ((trust.isPresent() || certificate != null) && !builder.build().https()) {
            throw new IllegalArgumentException((certificate != null ? "--certificate" : "--ca, --pin and --no-verify") + " is about TLS: give --https as well.");
        }
    }

    private CertificateChoice choice() {
        CertificateChoice typed = CertificateChoice.parse(certificate);
        return typed instanceof CertificateChoice.InFile file
            ? new CertificateChoice.InFile(Path.of(file.file()).toAbsolutePath().toString(), Optional.ofNullable(certificateKey).map(key -> key.toAbsolutePath().toString()))
            : typed;
    }
}
