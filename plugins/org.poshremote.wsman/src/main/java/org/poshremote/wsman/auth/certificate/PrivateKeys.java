package org.poshremote.wsman.auth.certificate;

import static org.poshremote.wsman.auth.der.DerWriter.element;
import static org.poshremote.wsman.auth.der.DerWriter.integer;
import static org.poshremote.wsman.auth.der.DerWriter.octetString;
import static org.poshremote.wsman.auth.der.DerWriter.sequence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.auth.der.DerReader;

/** Private keys from their encodings: PKCS#8 plain or encrypted (RFC 5958), PKCS#1 (RFC 8017 A.1.2), SEC 1 (RFC 5915). */
final class PrivateKeys {
    private static final byte[] RSA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1};
    private static final byte[] EC = {0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

    private PrivateKeys() {
    }

    /** Of a plain part of a PEM file. */
    static PrivateKey plain(PemFile.Part part) throws IOException, GeneralSecurityException {
        byte[] pkcs8 = switch (part.label()) {
            case "PRIVATE KEY" -> part.content();
            case "RSA PRIVATE KEY" -> wrapped(sequence(element(DerReader.OBJECT_IDENTIFIER, RSA), element(0x05)), part.content());
            case "EC PRIVATE KEY" -> wrapped(sequence(element(DerReader.OBJECT_IDENTIFIER, EC), curve(part.content())), part.content());
            default -> throw new IOException("a key of the kind \"" + part.label() + "\" is not known");
        };
        try {
            return ofPkcs8(pkcs8);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return sequence(integer(0), algorithm, octetString(key));
    }

    private static byte[] curve(byte[] sec1) throws IOException {
        DerReader key = new DerReader(sec1).enter(DerReader.SEQUENCE);
        key.integer();
        key.octetString();
        if (key.peek() != DerReader.context(0)) {
            throw new IOException("the key does not name its curve");
        }
        return key.next().rest();
    }

    /** @throws GeneralSecurityException where the password is not right, or the encryption is one that Java does not know */
    static PrivateKey encrypted(byte[] encoded, Secret password) throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encoded);
        // PBES2 is a frame: which of its ways it is, only the parameters say
        String algorithm = info.getAlgParameters() == null || !info.getAlgName().startsWith("PBES2") && !info.getAlgName().equals("1.2.840.113549.1.5.13")
            ? info.getAlgName() : info.getAlgParameters().toString();
        PBEKeySpec spec = password.use(PBEKeySpec::new);
        try {
            SecretKey key = SecretKeyFactory.getInstance(algorithm).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            byte[] pkcs8 = cipher.doFinal(info.getEncryptedData());
            try {
                return ofPkcs8(pkcs8);
            } finally {
                Arrays.fill(pkcs8, (byte) 0);
            }
        } finally {
            spec.clearPassword();
        }
    }

    private static PrivateKey ofPkcs8(byte[] pkcs8) throws IOException, GeneralSecurityException {
        DerReader info = new DerReader(pkcs8).enter(DerReader.SEQUENCE);
        info.integer();
        byte[] algorithm = info.enter(DerReader.SEQUENCE).enter(DerReader.OBJECT_IDENTIFIER).rest();
        String name = Arrays.equals(algorithm, RSA) ? "RSA" : Arrays.equals(algorithm, EC) ? "EC" : "EdDSA";
        return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Whether they are two halves of one. */
    static boolean belong(PrivateKey key, PublicKey certified) {
        try {
            String algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            };
            byte[] any = new byte[32];
            new SecureRandom().nextBytes(any);
            Signature sign = Signature.getInstance(algorithm);
            sign.initSign(key);
            sign.update(any);
            byte[] signed = sign.sign();
            sign.initVerify(certified);
            sign.update(any);
            return sign.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
