package org.poshremote.demo.internal.auth.credssp;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.credssp.KeyProof;
import org.poshremote.wsman.auth.credssp.PasswordCredentials;
import org.poshremote.wsman.auth.credssp.TsRequest;

/** The service's end of the messages inside of TLS (MS-CSSP 3.1.5). Used by one thread at a time. */
final class CredSspServer implements AutoCloseable {
    private static final int LOGON_FAILURE = 0xC000006D;
    private static final int ERRORS_SINCE = 3;

    private final int ownVersion;
    private final byte[] publicKey;
    private final Function<byte[], InnerServer> mechanisms;
    private Optional<InnerServer> inner = Optional.empty();
    private boolean keyProved;
    private Optional<PasswordCredentials> credentials = Optional.empty();

    /** @param mechanisms gives the mechanism for the client's first token */
    CredSspServer(int ownVersion, byte[] publicKey, Function<byte[], InnerServer> mechanisms) {
        this.ownVersion = ownVersion;
        this.publicKey = publicKey.clone();
        this.mechanisms = mechanisms;
    }

    /** What the client was let in with, once it is all there; the caller closes the password. */
    Optional<PasswordCredentials> credentials() {
        return credentials;
    }

    /** Whether it was the node's own account that signed in. */
    boolean ownAccount() {
        return inner.filter(InnerServer.Ntlm.class::isInstance).isPresent();
    }

    /** The answer with which a client of this version is refused; empty for one that is too old to be told. */
    Optional<byte[]> refusal(int clientVersion) {
        int version = Math.min(ownVersion, clientVersion);
        // 2.2.1: not in version 5
        return version >= ERRORS_SINCE && version != 5 ? Optional.of(TsRequest.of(ownVersion).withErrorCode(LOGON_FAILURE).encode()) : Optional.empty();
    }

    /** @return the answer; empty once there are credentials */
    Optional<byte[]> answer(TsRequest request) throws CredSspRefusal {
        try {
            if (keyProved) {
                byte[] sealed = request.authInfo().orElseThrow(() -> new CredSspRefusal("no credentials"));
                credentials = Optional.of(PasswordCredentials.decode(inner.orElseThrow().open(sealed)));
                return Optional.empty();
            }
            TsRequest reply = TsRequest.of(ownVersion);
            if (request.negoToken().isPresent()) {
                byte[] token = request.negoToken().get();
                InnerServer server = inner.orElseGet(() -> mechanisms.apply(token));
                inner = Optional.of(server);
                byte[] answer = server.accept(token);
                reply = answer.length > 0 ? reply.withNegoToken(answer) : reply;
            }
            if (request.pubKeyAuth().isPresent()) {
                reply = reply.withPubKeyAuth(proved(request));
            }
            return Optional.of(reply.encode());
        } catch (IOException | SealingException e) {
            throw new CredSspRefusal(e.getMessage());
        }
    }

    private byte[] proved(TsRequest request) throws CredSspRefusal, SealingException {
        InnerServer server = inner.filter(InnerServer::established).orElseThrow(() -> new CredSspRefusal("a proof of the key before a sign-in"));
        int version = Math.min(ownVersion, request.version());
        byte[] nonce = request.clientNonce().orElseGet(() -> new byte[0]);
        KeyProof proof = new KeyProof(version, publicKey, nonce);
        if (proof.hashed() && nonce.length != TsRequest.NONCE_LENGTH) {
            throw new CredSspRefusal("no nonce");
        }
        if (!MessageDigest.isEqual(server.open(request.pubKeyAuth().orElseThrow()), proof.ofClient())) {
            throw new CredSspRefusal("the client sees another TLS key");
        }
        keyProved = true;
        return server.seal(proof.ofNode());
    }

    @Override
    public void close() {
        inner.ifPresent(InnerServer::close);
    }
}
