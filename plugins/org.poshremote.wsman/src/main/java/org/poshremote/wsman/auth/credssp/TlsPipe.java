package org.poshremote.wsman.auth.credssp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.poshremote.wsman.ServerTrust;

/**
 * TLS without a socket, for CredSSP at either end. Version 1.2, which each Windows has that does CredSSP over WinRM. The
 * client takes any certificate, as MS-CSSP 3.1.5 has it: its key is proved by what goes through. Used by one thread at a time.
 */
public final class TlsPipe {
    /** The most that one record holds (RFC 5246 6.2.1). */
    public static final int RECORD = 16_384;
    private static final int MOST_PENDING = 1 << 20;
    private final SSLEngine engine;
    private byte[] pending = new byte[0];
    private boolean finished;

    private TlsPipe(SSLEngine engine) {
        this.engine = engine;
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        engine.setEnabledCipherSuites(Arrays.stream(engine.getEnabledCipherSuites())
            .filter(suite -> suite.contains("_AES_") || suite.contains("_CHACHA20_")).toArray(String[]::new));
    }

    public static TlsPipe client() {
        return client(new String[0]);
    }

    /** @param suites the only ones to offer; none for all that are sound */
    static TlsPipe client(String... suites) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.2");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            TlsPipe pipe = new TlsPipe(engine);
            if (suites.length > 0) {
                engine.setEnabledCipherSuites(suites);
            }
            return pipe;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS 1.2", e);
        }
    }

    /** @param context with the node's key */
    public static TlsPipe server(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return new TlsPipe(engine);
    }

    /** Whether both ends have finished the handshake. */
    public boolean finished() {
        return finished;
    }

    /**
     * One step of the handshake.
     *
     * @param received what the other end sent; nothing where this one begins
     * @return what to send; empty where this end is done and waits
     */
    public byte[] handshake(byte[] received) throws SSLException {
        ByteBuffer in = ByteBuffer.wrap(joined(pending, received));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING && !finished) {
            engine.beginHandshake();
        }
        ByteBuffer buffer = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        boolean more = true;
        while (more && !finished) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> {
                    for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                        task.run();
                    }
                }
                case NEED_WRAP -> {
                    SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), buffer.clear());
                    out.write(buffer.array(), 0, buffer.position());
                    done(result);
                    more = result.getStatus() == SSLEngineResult.Status.OK;
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    SSLEngineResult result = engine.unwrap(in, ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()));
                    done(result);
                    more = result.getStatus() == SSLEngineResult.Status.OK;
                }
                default -> more = false;
            }
        }
        keep(in);
        return out.toByteArray();
    }

    private void done(SSLEngineResult result) throws SSLException {
        finished |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new SSLException("the other end ended TLS");
        }
    }

    private void keep(ByteBuffer in) throws SSLException {
        if (in.remaining() > MOST_PENDING) {
            throw new SSLException("too much at once");
        }
        pending = new byte[in.remaining()];
        in.get(pending);
    }

    /** Encrypts; one record for each {@link #RECORD} bytes. */
    public byte[] wrap(byte[] plain) throws SSLException {
        ByteBuffer in = ByteBuffer.wrap(plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        do {
            SSLEngineResult result = engine.wrap(in, buffer.clear());
            if (result.getStatus() != SSLEngineResult.Status.OK) {
                throw new SSLException("TLS ended");
            }
            sameKeys();
            out.write(buffer.array(), 0, buffer.position());
        } while (in.hasRemaining());
        return out.toByteArray();
    }

    /** Decrypts whole records; an incomplete one at the end is an error. */
    public byte[] unwrap(byte[] records) throws SSLException {
        if (!finished) {
            throw new SSLException("the handshake is not finished");
        }
        ByteBuffer in = ByteBuffer.wrap(joined(pending, records));
        pending = new byte[0];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        while (in.hasRemaining()) {
            SSLEngineResult result = engine.unwrap(in, buffer.clear());
            if (result.getStatus() != SSLEngineResult.Status.OK || result.bytesConsumed() == 0) {
                throw new SSLException("no whole TLS record");
            }
            sameKeys();
            out.write(buffer.array(), 0, buffer.position());
        }
        return out.toByteArray();
    }

    /** A second handshake could bring another certificate than the one that was proved. */
    private void sameKeys() throws SSLException {
        if (!finished || engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            throw new SSLException("the other end asked for a second handshake");
        }
    }

    /** The key in the other end's certificate. */
    public PublicKey peerKey() throws SSLException {
        return engine.getSession().getPeerCertificates()[0].getPublicKey();
    }

    /** How many bytes of a record come behind the message of this length: what the framing counts. */
    public int trailer(int plain) {
        String suite = engine.getSession().getCipherSuite().toUpperCase(Locale.ROOT);
        if (suite.contains("_GCM_") || suite.contains("CHACHA20") || suite.endsWith("_CCM")) {
            return 16;
        }
        if (suite.endsWith("_CCM_8")) {
            return 8;
        }
        int mac = suite.endsWith("_SHA384") ? 48 : suite.endsWith("_SHA256") ? 32 : 20;
        return mac + 16 - (plain + mac) % 16; // CBC: padded to whole blocks, by one byte at least (RFC 5246 6.2.3.2)
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static final class AnyCertificate extends ServerTrust {
        @Override
        protected void check(X509Certificate[] chain) {
            // proved by KeyProof
        }
    }
}
