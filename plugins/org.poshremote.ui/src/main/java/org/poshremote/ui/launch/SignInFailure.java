package org.poshremote.ui.launch;

import org.poshremote.core.run.RunFailure;
import org.poshremote.wsman.AuthenticationException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.auth.certificate.ClientCertificateException;

/** Tells the ways apart in which a sign-in fails: only one of them says that the password is wrong. */
public final class SignInFailure {
    private SignInFailure() {
    }

    /** A node saw the password and said no: now, or before, so that it was held back. */
    public static boolean rejected(RunFailure failure) {
        return failure.cause().orElse(null) instanceof AuthenticationException cause
                && (cause.reason() == AuthenticationException.Reason.REJECTED || cause.reason() == AuthenticationException.Reason.HELD_BACK);
    }

    /** The password did not open the key of the client certificate; nothing was sent. */
    public static boolean wrongKeyPassword(RunFailure failure) {
        return failure.cause().map(WsmanException::getCause).orElse(null) instanceof ClientCertificateException cause
                && cause.trouble() == ClientCertificateException.Trouble.WRONG_PASSWORD;
    }

    /** It ended here, before the node was asked: the person gave no password, or the target's own rules forbid it. */
    public static boolean beforeAnythingWasSent(RunFailure failure) {
        return switch (failure.kind()) {
            case REFUSED -> true;
            case SIGN_IN -> failure.cause().isEmpty() || failure.cause().get() instanceof AuthenticationException cause && !cause.requestSent();
            default -> false;
        };
    }
}
