package org.poshremote.language.syntax;

/**
 * A mistake in a script.
 *
 * @param id    PowerShell's own name for it
 * @param start UTF-16 offset. PowerShell takes the end of the text for a token that begins one further: what is missing where
 *              that token would be is told at {@code length + 1}
 */
public record SyntaxError(String id, int start, int end, String detail) {
}
