package org.poshremote.languageserver;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.navigation.FunctionCall;

/** The script that calls one function of a script, for a client that runs it. */
final class FunctionCalls {
    /**
     * Takes the text of a script and the name of one of its functions; gives an object with script (the declarations, on their
     * lines, then the call) and mandatory (names of parameters that the call lacks), or null where there is no such function.
     */
    static final String COMMAND = "poshremote.functionCall";

    private FunctionCalls() {
    }

    static Optional<Map<String, Object>> of(List<Object> arguments) {
        return arguments.size() < 2 ? Optional.empty() : FunctionCall.of(text(arguments.get(0)), text(arguments.get(1)))
            .map(call -> Map.of("script", call.script(), "mandatory", call.mandatory()));
    }

    private static String text(Object argument) {
        return argument instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(argument);
    }
}
