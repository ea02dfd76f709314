package org.poshremote.wsman.auth.credssp;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.Endpoint;
import org.poshremote.wsman.auth.SealingException;

/**
 * The client's end of the messages inside of TLS (MS-CSSP 3.1.5), whatever carries them. The password goes out last, and only
 * once the node has proved that it holds the keys of the inner sign-in and of this TLS connection: whoever sits in between
 * gets nothing. Used by one thread at a time.
 */
final class CredSspExchange implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private enum State { SIGNING_IN, PROVING, CREDENTIALS_SENT }

    private final Endpoint endpoint;
    private final InnerMechanism mechanism;
    private final PasswordCredentials credentials;
    private final byte[] publicKey;
    private final int ownVersion;
    private final byte[] nonce = new byte[TsRequest.NONCE_LENGTH];
    private State state = State.SIGNING_IN;
    private int version;

    /** @param publicKey SubjectPublicKey of the certificate of the TLS connection that these messages go over */
    CredSspExchange(Endpoint endpoint, InnerMechanism mechanism, PasswordCredentials credentials, byte[] publicKey, int ownVersion) {
        this.endpoint = endpoint;
        this.mechanism = mechanism;
        this.credentials = credentials;
        this.publicKey = publicKey.clone();
        this.ownVersion = ownVersion;
        this.version = ownVersion;
        RANDOM.nextBytes(nonce);
    }

    byte[] first() {
        return TsRequest.of(ownVersion).withNegoToken(mechanism.firstToken()).encode();
    }

    /** Whether the node has seen something that was made with the password. */
    boolean passwordTried() {
        return mechanism.triesPassword();
    }

    /** Whether the node has proved itself and was sent the credentials; what it says now is its verdict on them. */
    boolean credentialsSent() {
        return state == State.CREDENTIALS_SENT;
    }

    /** @return the answer to the node's message */
    byte[] next(byte[] message) throws AuthenticationException {
        TsRequest request;
        try {
            request = TsRequest.decode(message);
        } catch (IOException e) {
            throw failure(Reason.MECHANISM, endpoint + " answered in no CredSSP that can be read (" + e.getMessage() + ").", e);
        }
        if (request.errorCode().filter(code -> code != 0).isPresent()) {
            throw refusal(request.errorCode().get());
        }
        if (request.version() < KeyProof.LEAST_VERSION) {
            throw failure(Reason.MECHANISM, endpoint + " speaks only version " + request.version() + " of CredSSP.", null);
        }
        if (state == State.SIGNING_IN) { // what was asked for by one version is not answered by an older one
            version = Math.min(version, request.version());
        }
        return switch (state) {
            case SIGNING_IN -> signingIn(request);
            case PROVING -> proved(request);
            case CREDENTIALS_SENT -> throw failure(Reason.MECHANISM, endpoint + " asks for more than the credentials it was sent.", null);
        };
    }

    private byte[] signingIn(TsRequest request) throws AuthenticationException {
        byte[] token = request.negoToken().orElseThrow(() -> failure(Reason.MECHANISM, endpoint + " did not go on with " + mechanism.name()
            + " inside of CredSSP.", null));
        byte[] answer = mechanism.next(token);
        TsRequest reply = TsRequest.of(ownVersion);
        if (answer.length > 0) {
            reply = reply.withNegoToken(answer);
        }
        if (mechanism.seals()) {
            KeyProof proof = proof();
            reply = reply.withPubKeyAuth(mechanism.seal(proof.ofClient()));
            reply = proof.hashed() ? reply.withClientNonce(nonce) : reply;
            state = State.PROVING;
        } else if (answer.length == 0) {
            throw failure(Reason.PEER_NOT_VERIFIED, endpoint + " agreed on no encryption by " + mechanism.name() + ".", null);
        }
        return reply.encode();
    }

    private KeyProof proof() {
        return new KeyProof(version, publicKey, nonce);
    }

    private byte[] proved(TsRequest request) throws AuthenticationException {
        byte[] sealed = request.pubKeyAuth().orElseThrow(() -> failure(Reason.PEER_NOT_VERIFIED, endpoint
            + " did not prove that the TLS connection is its own, so it was sent no password.", null));
        try {
            if (!MessageDigest.isEqual(mechanism.open(sealed), proof().ofNode())) {
                throw new SealingException("the key is another");
            }
        } catch (SealingException e) {
            throw failure(Reason.PEER_NOT_VERIFIED, "Somebody between here and " + endpoint + " has a TLS connection of their own with it ("
                + e.getMessage() + "): no password was sent.", e);
        }
        state = State.CREDENTIALS_SENT;
        byte[] authInfo = credentials.encoded(mechanism::seal);
        return TsRequest.of(ownVersion).withAuthInfo(authInfo).encode();
    }

    /** What a refusal means (MS-ERREF 2.3.1). */
    private AuthenticationException refusal(int status) {
        Optional<String> ofAccount = Optional.ofNullable(switch (status) {
            case 0xC000006D, 0xC000006A, 0xC0000064 -> "user name or password of " + account() + " are wrong";
            case 0xC000006E, 0xC000006F, 0xC0000070 -> "the account " + account() + " may not sign in there, at this time, or with an empty password";
            case 0xC0000071, 0xC0000224 -> "the password of " + account() + " has expired; change it";
            case 0xC0000072 -> "the account " + account() + " is disabled";
            case 0xC0000193 -> "the account " + account() + " has expired";
            case 0xC0000234 -> "the account " + account() + " is locked";
            default -> null;
        });
        String other = status == 0xC0000133 ? "the clocks of this machine and the node differ too much" : String.format("status %08X", status);
        return failure(ofAccount.isPresent() ? Reason.REJECTED : Reason.MECHANISM,
            endpoint + " refused the sign-in by CredSSP: " + ofAccount.orElse(other) + ".", null);
    }

    private String account() {
        return credentials.domain().isEmpty() ? credentials.user() : credentials.domain() + "\\" + credentials.user();
    }

    private AuthenticationException failure(Reason reason, String message, Throwable cause) {
        return new AuthenticationException(endpoint, "CredSSP", reason, List.of(), message, cause);
    }

    /** The version that both speak. */
    Optional<Integer> version() {
        return state == State.SIGNING_IN ? Optional.empty() : Optional.of(version);
    }

    @Override
    public void close() {
        mechanism.close();
    }
}
