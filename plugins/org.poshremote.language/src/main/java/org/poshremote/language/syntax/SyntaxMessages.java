package org.poshremote.language.syntax;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What a mistake is called by people, and what to do about it. */
public final class SyntaxMessages {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.poshremote.language.syntax.messages");

    private SyntaxMessages() {
    }

    /** A sentence or two. Holds characters of the script, which are data. */
    public static String of(SyntaxError error) {
        try {
            return MessageFormat.format(TEXTS.getString(error.id()), error.detail());
        } catch (MissingResourceException e) {
            return error.id();
        }
    }}
