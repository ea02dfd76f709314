package org.poshremote.wsman.auth.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.auth.der.DerReader;

/** The user principal name among the alternative names of a certificate, by which Windows maps it to an account (MS-WCCE 2.2.2.7.7.4). */
public final class PrincipalName {
    private static final int OTHER_NAME = 0;
    /** 1.3.6.1.4.1.311.20.2.3 */
    private static final byte[] USER_PRINCIPAL_NAME = {0x2B, 6, 1, 4, 1, (byte) 0x82, 0x37, 0x14, 2, 3};

    private PrincipalName() {
    }

    public static Optional<String> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? Optional.empty() : names.stream()
                .filter(name -> name.get(0) instanceof Integer type && type == OTHER_NAME && name.get(1) instanceof byte[])
                .map(name -> read((byte[]) name.get(1))).flatMap(Optional::stream).findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    /** OtherName ::= SEQUENCE { type-id, value [0] EXPLICIT UTF8String } (RFC 5280 4.2.1.6); the JDK hands out [0] or the SEQUENCE. */
    static Optional<String> read(byte[] der) {
        try {
            DerReader outer = new DerReader(der);
            DerReader name = outer.peek() == DerReader.SEQUENCE ? outer.enter(DerReader.SEQUENCE) : outer.enter(DerReader.context(0));
            if (!Arrays.equals(name.enter(DerReader.OBJECT_IDENTIFIER).rest(), USER_PRINCIPAL_NAME)) {
                return Optional.empty();
            }
            DerReader value = name.enter(DerReader.context(0));
            while (value.peek() == DerReader.context(0)) { // some runtimes wrap it once more
                value = value.enter(DerReader.context(0));
            }
            return Optional.of(new String(value.next().rest(), StandardCharsets.UTF_8)).filter(text -> !text.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
