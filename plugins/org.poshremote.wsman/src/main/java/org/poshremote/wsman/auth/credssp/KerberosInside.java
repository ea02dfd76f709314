package org.poshremote.wsman.auth.credssp;

import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.kerberos.KerberosInitiator;
import org.poshremote.wsman.auth.kerberos.KerberosSealing;

/** Kerberos under SPNEGO. */
final class KerberosInside implements InnerMechanism {
    private final KerberosInitiator initiator;

    KerberosInside(KerberosInitiator initiator) {
        this.initiator = initiator;
    }

    @Override
    public String name() {
        return "Kerberos";
    }

    @Override
    public byte[] firstToken() {
        return initiator.firstToken();
    }

    @Override
    public byte[] next(byte[] token) throws AuthenticationException {
        return initiator.next(token);
    }

    @Override
    public boolean seals() {
        return initiator.seals();
    }

    @Override
    public boolean triesPassword() {
        return false; // the realm has taken it
    }

    @Override
    public byte[] seal(byte[] plain) {
        return KerberosSealing.wrap(initiator.context(), plain).joined();
    }

    @Override
    public byte[] open(byte[] sealed) throws SealingException {
        return KerberosSealing.unwrap(initiator.context(), sealed);
    }

    @Override
    public void close() {
        initiator.close();
    }
}
