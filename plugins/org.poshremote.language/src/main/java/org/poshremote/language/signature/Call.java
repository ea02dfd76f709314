package org.poshremote.language.signature;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is being called at a place.
 *
 * @param active    index of the signature that fits what is written
 * @param parameter index of the parameter of that signature which the cursor is at; empty where it is at none
 */
public record Call(List<Signature> signatures, int active, OptionalInt parameter) {
    public Call {
        signatures = List.copyOf(signatures);
    }
}
