package org.poshremote.core.certificate;

/**
 * Something about a node's certificate that stands against trusting it.
 *
 * @param kind  stable, as the evidence of a diagnosis names it: "expired", "name", "self-signed"
 * @param words a sentence for the person
 */
public record Objection(String kind, String words) {
}
