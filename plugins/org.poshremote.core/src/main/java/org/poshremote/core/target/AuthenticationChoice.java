package org.poshremote.core.target;

/** How a target wants to be signed in to. */
public enum AuthenticationChoice {
    /** The strongest that the node offers and the account can do. Never Basic over plain HTTP. */
    AUTOMATIC("automatic"),
    BASIC("basic"),
    NTLM("ntlm"),
    KERBEROS("kerberos"),
    NEGOTIATE("negotiate"),
    CREDSSP("credssp"),
    CERTIFICATE("certificate");

    private final String id;

    AuthenticationChoice(String id) {
        this.id = id;
    }

    /** As written in files and on the command line. */
    public String id() {
        return id;
    }
}
