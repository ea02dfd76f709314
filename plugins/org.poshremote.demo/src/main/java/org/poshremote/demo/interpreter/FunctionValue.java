package org.poshremote.demo.interpreter;

import java.util.List;
import org.poshremote.language.syntax.Parameter;

/** A function of a script. */
record FunctionValue(String name, boolean filter, List<Parameter> parameters, ScriptBlockValue body) {
}
