package org.poshremote.wsman.auth;

import java.util.Objects;

/**
 * An account as a person writes it.
 *
 * @param form   which of the ways it was written in
 * @param domain the domain, machine or realm; empty for {@link Form#PLAIN} and {@link Form#NODE}
 * @param name   without the domain
 */
public record Account(Form form, String domain, String name) {
    private static final int LONGEST = 256;

    public enum Form {
        /** "user": the node decides whether that is an account of its own or of its domain. */
        PLAIN,
        /** ".\\user": an account of the node itself. */
        NODE,
        /** "DOMAIN\\user" or "HOST\\user". */
        DOMAIN,
        /** "user@realm". */
        PRINCIPAL
    }

    public Account {
        Objects.requireNonNull(form);
        Objects.requireNonNull(domain);
        Objects.requireNonNull(name);
    }

    /** @throws IllegalArgumentException where it is none; the message is for the person */
    public static Account parse(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("That is no account name: it is too long, or holds control characters.");
        }
        int backslash = text.indexOf('\\');
        String domain = backslash < 0 ? "" : text.substring(0, backslash).strip();
        String name = text.substring(backslash + 1).strip();
        if (name.isEmpty() || name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("\"" + text + "\" is no account name. Write user, .\\user, DOMAIN\\user or user@realm.");
        }
        if (backslash >= 0) {
            Form form = domain.isEmpty() ? Form.PLAIN : domain.equals(".") ? Form.NODE : Form.DOMAIN;
            return new Account(form, form == Form.DOMAIN ? domain : "", name);
        }
        int at = name.lastIndexOf('@');
        if (at == 0 || at == name.length() - 1) {
            throw new IllegalArgumentException("\"" + text + "\" is no account name: something is missing beside the @.");
        }
        return at < 0 ? new Account(Form.PLAIN, "", name) : new Account(Form.PRINCIPAL, name.substring(at + 1), name.substring(0, at));
    }

    /** What kind of account that is, as a phrase: "an account of the node itself". */
    public String meaning() {
        return switch (form) {
            case PLAIN -> "the node decides whether it is its own or its domain's";
            case NODE -> "an account of the node itself";
            case DOMAIN -> "an account of " + domain;
            case PRINCIPAL -> "an account of the realm " + domain;
        };
    }

    /** As a person writes it. */
    @Override
    public String toString() {
        return switch (form) {
            case PLAIN -> name;
            case NODE -> ".\\" + name;
            case DOMAIN -> domain + "\\" + name;
            case PRINCIPAL -> name + "@" + domain;
        };
    }
}
