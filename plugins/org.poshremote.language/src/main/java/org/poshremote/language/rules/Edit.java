package org.poshremote.language.rules;

/** A change of a text: what stands from {@code start} to {@code end} (UTF-16 offsets, end exclusive) becomes {@code text}. */
public record Edit(int start, int end, String text) {
}
