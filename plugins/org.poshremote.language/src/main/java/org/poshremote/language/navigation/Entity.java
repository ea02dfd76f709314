package org.poshremote.language.navigation;

import java.net.URI;
import org.poshremote.language.analysis.VariableSymbol;

/** What a name stands for. Equal for all mentions of the same thing; names are in lower case. */
public sealed interface Entity {
    /** What can be called with parameters. */
    sealed interface Callable extends Entity permits Function, ScriptFile {
    }

    /**
     * A function, or a command that may be one of another file.
     *
     * @param localAt offset of the declaration of one that is declared within another function and not seen elsewhere; -1 otherwise
     */
    record Function(String name, int localAt) implements Callable {
        public boolean isLocal() {
            return localAt >= 0;
        }
    }

    /** A script or module as a file: dot-sourced, imported, or called. */
    record ScriptFile(URI file) implements Callable {
    }

    /** Also the variable of that name within the function. */
    record Parameter(Callable of, String name) implements Entity {
    }

    /** A class or enum. */
    record Type(String name) implements Entity {
    }

    /** @param type the class that declares it */
    record Member(String type, String name) implements Entity {
    }

    /** A member of a value whose type the text does not tell. */
    record LooseMember(String name) implements Entity {
    }

    /** A variable that lives within one file. */
    record Variable(VariableSymbol symbol) implements Entity {
    }

    /** A variable of a script's own scope, which files that take in each other share. */
    record RootVariable(String name) implements Entity {
    }
}
