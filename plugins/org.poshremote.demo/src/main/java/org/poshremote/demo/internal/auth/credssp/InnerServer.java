package org.poshremote.demo.internal.auth.credssp;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.ietf.jgss.GSSContext;
import org.poshremote.demo.internal.auth.kerberos.KerberosRefusal;
import org.poshremote.demo.internal.auth.kerberos.KerberosServer;
import org.poshremote.demo.internal.auth.ntlm.NtlmServer;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.kerberos.KerberosSealing;
import org.poshremote.wsman.auth.ntlm.NtlmException;
import org.poshremote.wsman.auth.ntlm.NtlmSession;

/** The service's end of the sign-in inside of CredSSP. */
interface InnerServer extends AutoCloseable {
    /**
     * @return what to answer; empty where there is nothing to
     * @throws CredSspRefusal where the token proves no account
     */
    byte[] accept(byte[] token) throws CredSspRefusal;

    /** Whether the client has proved its account, and there are keys to seal with. */
    boolean established();

    byte[] seal(byte[] plain);

    byte[] open(byte[] sealed) throws SealingException;

    @Override
    void close();

    /** NTLM: a challenge, then the proof. */
    record Ntlm(NtlmServer server) implements InnerServer {
        private static final int TYPE_AT = 8;

        @Override
        public byte[] accept(byte[] token) throws CredSspRefusal {
            try {
                if (token.length > TYPE_AT && token[TYPE_AT] == 1) {
                    return server.challenge(token);
                }
                server.authenticate(token);
                return new byte[0];
            } catch (NtlmException e) {
                throw new CredSspRefusal(e.getMessage());
            }
        }

        @Override
        public boolean established() {
            return server.session().isPresent();
        }

        @Override
        public byte[] seal(byte[] plain) {
            NtlmSession.Sealed sealed = server.session().orElseThrow().seal(plain);
            byte[] joined = Arrays.copyOf(sealed.signature(), sealed.signature().length + sealed.data().length);
            System.arraycopy(sealed.data(), 0, joined, sealed.signature().length, sealed.data().length);
            return joined;
        }

        @Override
        public byte[] open(byte[] sealed) throws SealingException {
            if (sealed.length < NtlmSession.SIGNATURE_LENGTH) {
                throw new SealingException("shorter than a signature");
            }
            try {
                return server.session().orElseThrow().open(Arrays.copyOf(sealed, NtlmSession.SIGNATURE_LENGTH),
                        Arrays.copyOfRange(sealed, NtlmSession.SIGNATURE_LENGTH, sealed.length));
            } catch (NtlmException e) {
                throw new SealingException(e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** Kerberos under SPNEGO. */
    record Kerberos(KerberosServer server) implements InnerServer {
        static Kerberos of(Path keytab) {
            return new Kerberos(new KerberosServer(keytab));
        }

        @Override
        public byte[] accept(byte[] token) throws CredSspRefusal {
            try {
                return server.accept(token);
            } catch (KerberosRefusal e) {
                throw new CredSspRefusal(e.getMessage());
            }
        }

        private Optional<GSSContext> context() {
            return server.established();
        }

        @Override
        public boolean established() {
            return context().isPresent();
        }

        @Override
        public byte[] seal(byte[] plain) {
            return KerberosSealing.wrap(context().orElseThrow(), plain).joined();
        }

        @Override
        public byte[] open(byte[] sealed) throws SealingException {
            return KerberosSealing.unwrap(context().orElseThrow(), sealed);
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
