package org.poshremote.editor.preferences;

/**
 * A rule as the server describes it.
 *
 * @param severity Error, Warning or Information
 * @param about    plain text
 */
record KnownRule(String name, String severity, boolean byDefault, String about) {
}
