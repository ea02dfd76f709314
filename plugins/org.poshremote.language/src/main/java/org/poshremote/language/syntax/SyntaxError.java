package org.poshremote.language.syntax;

/**
 * A mistake in a script.
 *
 * @param id    PowerShell's own name for it
 * @param start UTF-16 offset
 */
public record SyntaxError(String id, int start, int end, String detail) {
}
