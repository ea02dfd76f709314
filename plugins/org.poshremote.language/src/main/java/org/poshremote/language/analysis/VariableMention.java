package org.poshremote.language.analysis;

/** A mention while the model is made: bound to its variable at once where it is written, and else when all that is written is known. */
final class VariableMention {
    /** With qualifier. */
    final String path;
    final VariableUse use;
    /** Null where it is of none that the text knows. */
    VariableSymbol symbol;

    VariableMention(String path, VariableUse use) {
        this.path = path;
        this.use = use;
    }
}
