package org.poshremote.language.hover;

import org.poshremote.language.features.Span;

/**
 * What is known of a part of a script.
 *
 * @param span     what it is about
 * @param markdown in which everything that comes from the script is escaped
 */
public record HoverText(Span span, String markdown) {
}
