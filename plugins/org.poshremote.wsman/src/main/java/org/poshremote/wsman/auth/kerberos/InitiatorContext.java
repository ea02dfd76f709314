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
import org.poshremote.wsman.auth.kerberos.internal.TicketSource;
import org.poshremote.wsman.auth.kerberos.internal.TlsBinding;

/**
 * A GSS context of ours with the node's service.
 *
 * @param bound whether it is tied to the TLS connection
 */
record InitiatorContext(GSSContext context, Subject subject, byte[] firstToken, boolean bound) {
    static final String BINDING_OPTION = TlsBinding.EXPORT;

    /** Has tickets and makes the first token; asks the realm's servers where needed. */
    static InitiatorContext begin(KerberosAccount account, KerberosOptions options, Mechanism mechanism, TicketSource tickets,
            LaneFacts lane) throws AuthenticationException {
        KerberosWords words = new KerberosWords(lane.endpoint(), account, options);
        FutureTask<InitiatorContext> work = new FutureTask<>(() -> made(options, mechanism, tickets.subject(), lane));
        Thread.ofVirtual().name("Kerberos").start(work);
        InitiatorContext made;
        try {
            made = work.get(options.patience().toMillis(), TimeUnit.MILLISECONDS);
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
        if (options.delegate() && !made.context().getCredDelegState()) {
            made.close();
            throw words.failure(KerberosTrouble.NOT_FORWARDABLE, Optional.empty(), new LoginException("the ticket is not forwardable"));
        }
        return made;
    }

    private static InitiatorContext made(KerberosOptions options, Mechanism mechanism, Subject subject, LaneFacts lane) throws GSSException {
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
                Optional<ChannelBinding> binding = lane.serverCertificate().flatMap(TlsBinding::of);
                if (binding.isPresent()) {
                    context.setChannelBinding(binding.get());
                }
                byte[] token = context.initSecContext(new byte[0], 0, 0);
                return new InitiatorContext(context, subject, token, binding.isPresent());
            });
        } catch (CompletionException e) {
            if (e.getCause() instanceof GSSException gss) {
                throw gss;
            }
            throw e;
        }
    }

    /** @return the next token; empty where there is none to send */
    byte[] continued(byte[] token) throws GSSException {
        try {
            byte[] next = Subject.callAs(subject, () -> context.initSecContext(token, 0, token.length));
            return next == null ? new byte[0] : next;
        } catch (CompletionException e) {
            if (e.getCause() instanceof GSSException gss) {
                throw gss;
            }
            throw e;
        }
    }

    boolean established() {
        return context.isEstablished();
    }

    void close() {
        try {
            context.dispose();
        } catch (GSSException e) {
            // it held keys in memory alone
        }
    }
}
