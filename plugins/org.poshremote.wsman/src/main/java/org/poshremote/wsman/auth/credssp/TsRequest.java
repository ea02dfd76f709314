package org.poshremote.wsman.auth.credssp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.poshremote.wsman.auth.der.DerReader;
import org.poshremote.wsman.auth.der.DerWriter;

/**
 * The one message of CredSSP (MS-CSSP 2.2.1), in either direction.
 *
 * @param version     of the protocol that the sender speaks
 * @param negoToken   of the mechanism inside
 * @param authInfo    sealed credentials
 * @param pubKeyAuth  sealed proof about the TLS key
 * @param errorCode   NTSTATUS of a refusal
 * @param clientNonce 32 bytes, with versions 5 and later
 */
public record TsRequest(int version, Optional<byte[]> negoToken, Optional<byte[]> authInfo, Optional<byte[]> pubKeyAuth,
        Optional<Integer> errorCode, Optional<byte[]> clientNonce) {
    public static final int NONCE_LENGTH = 32;

    public TsRequest {
        Objects.requireNonNull(negoToken);
        Objects.requireNonNull(authInfo);
        Objects.requireNonNull(pubKeyAuth);
        Objects.requireNonNull(errorCode);
        Objects.requireNonNull(clientNonce);
    }

    public static TsRequest of(int version) {
        return new TsRequest(version, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public TsRequest withNegoToken(byte[] token) {
        return new TsRequest(version, Optional.of(token), authInfo, pubKeyAuth, errorCode, clientNonce);
    }

    public TsRequest withAuthInfo(byte[] sealed) {
        return new TsRequest(version, negoToken, Optional.of(sealed), pubKeyAuth, errorCode, clientNonce);
    }

    public TsRequest withPubKeyAuth(byte[] sealed) {
        return new TsRequest(version, negoToken, authInfo, Optional.of(sealed), errorCode, clientNonce);
    }

    public TsRequest withErrorCode(int status) {
        return new TsRequest(version, negoToken, authInfo, pubKeyAuth, Optional.of(status), clientNonce);
    }

    public TsRequest withClientNonce(byte[] nonce) {
        return new TsRequest(version, negoToken, authInfo, pubKeyAuth, errorCode, Optional.of(nonce));
    }

    public byte[] encode() {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        fields.writeBytes(DerWriter.context(0, DerWriter.integer(version)));
        negoToken.ifPresent(token -> fields.writeBytes(DerWriter.context(1,
            DerWriter.sequence(DerWriter.sequence(DerWriter.context(0, DerWriter.octetString(token)))))));
        authInfo.ifPresent(sealed -> fields.writeBytes(DerWriter.context(2, DerWriter.octetString(sealed))));
        pubKeyAuth.ifPresent(sealed -> fields.writeBytes(DerWriter.context(3, DerWriter.octetString(sealed))));
        errorCode.ifPresent(status -> fields.writeBytes(DerWriter.context(4, DerWriter.integer(status))));
        clientNonce.ifPresent(nonce -> fields.writeBytes(DerWriter.context(5, DerWriter.octetString(nonce))));
        return DerWriter.sequence(fields.toByteArray());
    }

    /** @throws IOException where it is none; fields that a later version may add are passed over */
    public static TsRequest decode(byte[] bytes) throws IOException {
        DerReader outer = new DerReader(bytes);
        DerReader fields = outer.enter(DerReader.SEQUENCE);
        if (outer.hasMore()) {
            throw new IOException("something follows the message");
        }
        int version = fields.enter(DerReader.context(0)).integer();
        if (version < 1) {
            throw new IOException("version " + version);
        }
        TsRequest request = TsRequest.of(version);
        while (fields.hasMore()) {
            int tag = fields.peek();
            DerReader field = fields.next();
            request = switch (tag) {
                // one token at a time: a list of several is of no mechanism that we know
                case 0xA1 -> request.withNegoToken(field.enter(DerReader.SEQUENCE).enter(DerReader.SEQUENCE).enter(DerReader.context(0)).octetString());
                case 0xA2 -> request.withAuthInfo(field.octetString());
                case 0xA3 -> request.withPubKeyAuth(field.octetString());
                case 0xA4 -> request.withErrorCode(field.integer());
                case 0xA5 -> request.withClientNonce(field.octetString());
                default -> request;
            };
        }
        return request;
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "TsRequest[version=" + version + "]";
    }
}
