package org.poshremote.demo.internal.auth.credssp;

/** A message that proves nothing; the text is for the request log. */
final class CredSspRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    CredSspRefusal(String message) {
        super(message);
    }
}
