package org.poshremote.core.target;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/**
 * A target and the file it stands in.
 *
 * @param definition  what the file says; for showing, and for use through {@link #forUse()}
 * @param unconfirmed what the person has to confirm on this machine before the target may be used
 */
public record StoredTarget(Target definition, TargetOrigin origin, List<RiskyValue> unconfirmed) {
    public StoredTarget {
        unconfirmed = List.copyOf(unconfirmed);
    }

    /** The target, once nothing is left to confirm; the paths of a CA file, a keytab and a certificate are made absolute from where the target file is. */
    public Optional<Target> forUse() {
        if (!unconfirmed.isEmpty()) {
            return Optional.empty();
        }
        Target.Builder builder = definition.toBuilder();
        if (definition.trust() instanceof TrustChoice.CaFile ca) {
            builder.trust(new TrustChoice.CaFile(absolute(ca.path())));
        }
        builder.kerberos(definition.kerberos().withKeytab(definition.kerberos().keytab().map(this::absolute)));
        builder.certificate(definition.certificate().map(this::absolute));
        return Optional.of(builder.build());
    }

    private CertificateChoice absolute(CertificateChoice certificate) {
        return certificate instanceof CertificateChoice.InFile file
                ? new CertificateChoice.InFile(absolute(file.file()), file.keyFile().map(this::absolute)) : certificate;
    }

    private String absolute(String path) {
        try {
            return origin.file().resolveSibling(path).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return path; // no file of this system has such a name: the run says so
        }
    }
}
