package org.poshremote.language.command;

import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Statement;

/** What the scripts around a script declare. Thread-safe. */
public interface OtherScripts {
    /** There are none. */
    OtherScripts NONE = new OtherScripts() {
        @Override
        public List<Declared> functions() {
            return List.of();
        }

        @Override
        public Optional<Function> function(String name) {
            return Optional.empty();
        }

        @Override
        public List<Declared> types() {
            return List.of();
        }

        @Override
        public Optional<Type> type(String name) {
            return Optional.empty();
        }
    };

    /**
     * @param file for people: its name
     * @param near the script takes that file in itself
     */
    record Declared(String name, String file, boolean near) {
    }

    record Function(ScriptModel model, Statement.Function declaration, String file) {
    }

    record Type(ScriptModel model, Statement.TypeDefinition declaration, String file) {
    }

    /** Those that other files can call. */
    List<Declared> functions();

    /** @param name in any case */
    Optional<Function> function(String name);

    /** Classes and enums. */
    List<Declared> types();

    /** @param name in any case */
    Optional<Type> type(String name);
}
