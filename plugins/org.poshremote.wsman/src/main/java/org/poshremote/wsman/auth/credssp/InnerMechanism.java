package org.poshremote.wsman.auth.credssp;

import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.auth.SealingException;

/** The client's end of the sign-in inside of CredSSP's TLS. */
interface InnerMechanism extends AutoCloseable {
    /** "NTLM", "Kerberos". */
    String name();

    byte[] firstToken();

    /**
     * @return the next token; empty where there is none to send
     * @throws AuthenticationException where the node's token is no good
     */
    byte[] next(byte[] token) throws AuthenticationException;

    /** Whether keys exist to seal with. */
    boolean seals();

    /** Whether the node was sent something made with the password, so that it can refuse that. */
    boolean triesPassword();

    byte[] seal(byte[] plain);

    byte[] open(byte[] sealed) throws SealingException;

    @Override
    void close();
}
