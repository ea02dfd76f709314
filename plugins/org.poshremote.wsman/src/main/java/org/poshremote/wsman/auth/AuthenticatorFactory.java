package org.poshremote.wsman.auth;

/** A way to sign in with credentials; makes one {@link Authenticator} for each lane. Thread-safe. */
public interface AuthenticatorFactory {
    /** "Basic", "NTLM, encrypted". */
    String displayName();

    Authenticator forLane();
}
