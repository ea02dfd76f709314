package org.poshremote.wsman.auth.kerberos;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.ChannelBinding;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.AuthenticationException.Reason;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.kerberos.KerberosOptions.Mechanism;
import org.poshremote.wsman.auth.kerberos.internal.KrbError;
import org.poshremote.wsman.auth.kerberos.internal.TicketSource;
import org.poshremote.wsman.auth.kerberos.internal.TlsBinding;

/** The client's end of one sign-in by GSS-API. Used by one thread at a time. */
public final class KerberosInitiator implements AutoCloseable {
    private final GSSContext context;
    private final Subject subject;
    private final TicketSource tickets;
    private final KerberosWords words;
    private final byte[] firstToken;
    private final boolean bound;

    /** What {@link #begin} made so far, on its own thread. */
    private record Begun(GSSContext context, Subject subject, byte[] token, boolean bound) {
    }

    private KerberosInitiator(Begun begun, TicketSource tickets, KerberosWords words) {
        this.context = begun.context();
        this.subject = begun.subject();
        this.firstToken = begun.token();
        this.bound = begun.bound();
        this.tickets = tickets;
        this.words = words;
    }

    /**
     * Has tickets and makes the first token; asks the realm's servers where needed.
     *
     * @param bind whether to tie the sign-in to the lane's TLS connection, where there is one and this JVM can
     */
    static KerberosInitiator begin(KerberosAccount account, KerberosOptions options, Mechanism mechanism, TicketSource tickets,
            LaneFacts lane, boolean bind) throws AuthenticationException {
        KerberosWords words = new KerberosWords(lane.endpoint(), account, options);
        Optional<ChannelBinding> binding = lane.serverCertificate().filter(certificate -> bind).flatMap(TlsBinding::of);
        FutureTask<Begun> work = new FutureTask<>(() -> begun(options, mechanism, tickets.subject(), lane, binding));
        Thread thread = Thread.ofVirtual().name("Kerberos").unstarted(work);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader()); // where the JDK looks for its login module
        thread.start();
        Begun begun;
        try {
            begun = work.get(options.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LoginException || cause instanceof GSSException) {
                throw words.failure(KerberosTrouble.of(cause), Optional.empty(), cause);
            }
            throw new IllegalStateException(cause);
        } catch (TimeoutException e) {
            throw words.failure(KerberosTrouble.KDC_UNREACHABLE, Optional.empty(),
                new LoginException("no answer within " + options.patience().toSeconds() + " s"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationException(lane.endpoint(), "Kerberos", Reason.UNAVAILABLE, List.of(),
                "The sign-in by Kerberos was cancelled.", e);
        }
        KerberosInitiator made = new KerberosInitiator(begun, tickets, words);
        if (options.delegate() && !begun.context().getCredDelegState()) {
            made.close();
            throw words.failure(KerberosTrouble.NOT_FORWARDABLE, Optional.empty(), new LoginException("the ticket is not forwardable"));
        }
        return made;
    }

    private static Begun begun(KerberosOptions options, Mechanism mechanism, Subject subject, LaneFacts lane,
            Optional<ChannelBinding> binding) throws GSSException {
        try {
            return Subject.callAs(subject, () -> {
                Oid oid = new Oid(mechanism == Mechanism.NEGOTIATE ? "1.3.6.1.5.5.2" : "1.2.840.113554.1.2.2");
                GSSManager manager = GSSManager.getInstance();
                GSSName service = manager.createName(options.serviceClass() + "@" + options.hostPart(lane.endpoint()), GSSName.NT_HOSTBASED_SERVICE);
                GSSCredential credential = manager.createCredential(null, GSSCredential.INDEFINITE_LIFETIME, oid, GSSCredential.INITIATE_ONLY);
                GSSContext context = manager.createContext(service, oid, credential, GSSContext.DEFAULT_LIFETIME);
                context.requestMutualAuth(true);
                context.requestReplayDet(true);
                context.requestSequenceDet(true);
                context.requestInteg(true);
                context.requestConf(true);
                context.requestCredDeleg(options.delegate());
                if (binding.isPresent()) {
                    context.setChannelBinding(binding.get());
                }
                return new Begun(context, subject, context.initSecContext(new byte[0], 0, 0), binding.isPresent());
            });
        } catch (CompletionException e) {
            if (e.getCause() instanceof GSSException gss) {
                throw gss;
            }
            throw e;
        }
    }

    public byte[] firstToken() {
        return firstToken.clone();
    }

    /**
     * Takes the node's token.
     *
     * @return the next one; empty where there is none to send
     * @throws AuthenticationException where the node answered with an error, or proves to be another
     */
    public byte[] next(byte[] token) throws AuthenticationException {
        Optional<KrbError> refusal = KrbError.in(token);
        if (refusal.isPresent()) {
            tickets.forget();
            int code = refusal.get().code();
            KerberosTrouble trouble = KerberosTrouble.of(code, true);
            throw words.failure(trouble == KerberosTrouble.OTHER && bound ? KerberosTrouble.BINDING : trouble, refusal.get().nodeTime(),
                new GSSException(GSSException.FAILURE, code, "the node answered with Kerberos error " + code));
        }
        try {
            byte[] next = Subject.callAs(subject, () -> context.initSecContext(token, 0, token.length));
            return next == null ? new byte[0] : next;
        } catch (CompletionException e) {
            if (e.getCause() instanceof GSSException gss) {
                throw words.failure(KerberosTrouble.of(gss), Optional.empty(), gss);
            }
            throw e;
        }
    }

    /** Whether both ends have proved themselves and agreed on keys to seal with. */
    public boolean seals() {
        return context.isEstablished() && context.getConfState() && context.getMutualAuthState();
    }

    boolean established() {
        return context.isEstablished();
    }

    /** Whether it is tied to the TLS connection. */
    boolean bound() {
        return bound;
    }

    /** For sealing, once {@link #seals}. */
    public GSSContext context() {
        return context;
    }

    @Override
    public void close() {
        try {
            context.dispose();
        } catch (GSSException e) {
            // it held keys in memory alone
        }
    }
}
