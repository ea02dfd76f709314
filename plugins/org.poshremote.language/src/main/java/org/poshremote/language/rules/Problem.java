package org.poshremote.language.rules;

import java.util.Optional;
import org.poshremote.language.features.Span;

/**
 * What a rule found.
 *
 * @param rule    its name
 * @param message one or two sentences; holds characters of the script, which are data
 * @param subject the variable, parameter or command it is about, which a suppression may name; empty where there is none
 */
public record Problem(String rule, Severity severity, Span range, String message, Optional<Fix> fix, String subject) {
}
