package org.poshremote.core.wirelog;

/** How much of what is sent and received a wire log holds. Passwords are in none. */
public enum WireLogContent {
    /** Only what the protocol says about itself: no script, no arguments, no input, no output, no environment. */
    HIDDEN,
    /** Scripts, arguments, input and output too, with the passwords of the sign-in taken out wherever they stand. */
    SHOWN
}
