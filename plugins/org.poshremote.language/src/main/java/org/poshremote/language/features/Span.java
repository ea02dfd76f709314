package org.poshremote.language.features;

/** A part of a text, UTF-16 offsets, {@code end} exclusive. */
public record Span(int start, int end) {
}
