package org.poshremote.language.rules.internal.dsc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** DSC resources that are made of functions. */
final class Resources {
    static final List<String> FUNCTIONS = List.of("Get-TargetResource", "Set-TargetResource", "Test-TargetResource");

    private Resources() {
    }

    static boolean isResource(ScriptModel model) {
        return FUNCTIONS.stream().anyMatch(name -> function(model, name).isPresent());
    }

    static Optional<Statement.Function> function(ScriptModel model, String name) {
        return model.root().functions().stream().filter(function -> function.name().equalsIgnoreCase(name)).findFirst();
    }

    static List<Parameter> mandatory(Statement.Function function) {
        return function.declaredParameters().stream().filter(Shapes::isMandatory).toList();
    }

    /** A name that only one of the two has. */
    static Optional<String> difference(List<Parameter> one, List<Parameter> other) {
        Set<String> left = names(one);
        Set<String> right = names(other);
        Set<String> all = new TreeSet<>(left);
        all.addAll(right);
        return all.stream().filter(name -> !left.contains(name) || !right.contains(name)).findFirst();
    }

    private static Set<String> names(List<Parameter> parameters) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        parameters.forEach(parameter -> names.add(parameter.name().path()));
        return names;
    }
}
