package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parameter;

/** Binds arguments to the parameters of a function or script. */
final class Binder {
    private static final List<String> COMMON = List.of("verbose", "debug", "erroraction", "warningaction", "informationaction", "errorvariable", "warningvariable",
        "outvariable", "outbuffer", "pipelinevariable", "whatif", "confirm");

    private final Session session;
    private final FunctionValue function;
    private final boolean advanced;
    private final String position;

    Binder(Session session, FunctionValue function, boolean advanced, String position) {
        this.session = session;
        this.function = function;
        this.advanced = advanced;
        this.position = position;
    }

    void bind(Words words, Scope scope, boolean piped) {
        PsHashtable bound = new PsHashtable();
        List<Object> rest = new ArrayList<>();
        List<Object> positional = new ArrayList<>();
        for (int i = 0; i < words.all.size(); i++) {
            Words.Word word = words.all.get(i);
            if (word.parameter().isEmpty()) {
                positional.add(word.value());
                continue;
            }
            Optional<Parameter> parameter = named(word.parameter());
            if (parameter.isEmpty()) {
                if (advanced && common(word, words, i, scope)) {
                    i += word.joined() || flag(word.parameter()) ? 0 : 1;
                } else if (advanced) {
                    throw error("A parameter cannot be found that matches parameter name '" + word.parameter() + "'.", "NamedParameterNotFound");
                } else {
                    positional.add(word.text());
                }
                continue;
            }
            boolean isSwitch = isSwitch(parameter.get());
            Object value;
            if (word.joined()) {
                value = word.value();
            } else if (isSwitch) {
                value = true;
            } else if (i + 1 < words.all.size() && words.all.get(i + 1).parameter().isEmpty()) {
                value = words.all.get(++i).value();
            } else {
                throw error("Missing an argument for parameter '" + parameter.get().name().name() + "'. Specify a parameter of type '"
                    + parameter.get().type().map(t -> t.text()).orElse("System.Object") + "' and try again.", "MissingArgument");
            }
            bound.put(parameter.get().name().name(), converted(parameter.get(), value));
        }
        int next = 0;
        for (Parameter parameter : byPosition()) {
            if (bound.has(parameter.name().name()) || isSwitch(parameter) || next >= positional.size()) {
                continue;
            }
            boolean all = remaining(parameter);
            Object value = all ? new ArrayList<>(positional.subList(next, positional.size())) : positional.get(next);
            next = all ? positional.size() : next + 1;
            bound.put(parameter.name().name(), converted(parameter, value));
        }
        rest.addAll(positional.subList(next, positional.size()));
        if (advanced && !rest.isEmpty()) {
            throw error("A positional parameter cannot be found that accepts argument '" + Values.text(rest.get(0)) + "'.", "PositionalParameterNotFound");
        }
        store(scope, bound, rest, piped);
    }

    private void store(Scope scope, PsHashtable bound, List<Object> rest, boolean piped) {
        Set<String> done = new HashSet<>();
        for (Parameter parameter : function.parameters()) {
            String name = parameter.name().name();
            if (bound.has(name)) {
                scope.set(name, bound.get(name));
                done.add(name.toLowerCase(Locale.ROOT));
            }
        }
        for (Parameter parameter : function.parameters()) {
            String name = parameter.name().name();
            if (done.contains(name.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (mandatory(parameter) && !(piped && advanced)) {
                throw new PsError(new ErrorRecord("Cannot process command because of one or more missing mandatory parameters: " + name + ".",
                    "MissingMandatoryParameter" + (function.name().isEmpty() ? "" : "," + function.name()), "InvalidArgument", "", function.name(), "ParameterBindingException", position), false, null);
            }
            Scope before = session.scope;
            session.scope = scope;
            try {
                Object value = parameter.defaultValue().map(session.interpreter.evaluator()::value).orElse(isSwitch(parameter) ? (Object) false : empty(parameter));
                scope.set(name, parameter.defaultValue().isPresent() ? converted(parameter, value) : value);
            } finally {
                session.scope = before;
            }
        }
        scope.set("args", rest);
        scope.set("PSBoundParameters", bound);
        scope.set("MyInvocation", PsObject.of("System.Management.Automation.InvocationInfo", "MyCommand",
            PsObject.of("System.Management.Automation.FunctionInfo", "Name", function.name(), "ToString()", function.name()), "BoundParameters", bound, "UnboundArguments", rest));
    }

    private static Object empty(Parameter parameter) {
        return parameter.type().map(type -> switch (type.text().toLowerCase(Locale.ROOT)) {
            case "string" -> (Object) "";
            case "int", "int32", "long" -> 0;
            case "bool" -> false;
            case "double" -> 0.0;
            default -> null;
        }).orElse(null);
    }

    private Optional<Parameter> named(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        List<Parameter> begins = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            String name = parameter.name().name().toLowerCase(Locale.ROOT);
            if (name.equals(lower) || aliases(parameter).contains(lower)) {
                return Optional.of(parameter);
            }
            if (name.startsWith(lower)) {
                begins.add(parameter);
            }
        }
        return begins.size() == 1 ? Optional.of(begins.get(0)) : Optional.empty();
    }

    private List<String> aliases(Parameter parameter) {
        return attributes(parameter, "Alias").flatMap(a -> a.positional().stream()).flatMap(e -> e.constantText().stream()).map(t -> t.toLowerCase(Locale.ROOT)).toList();
    }

    private static java.util.stream.Stream<AttributeNode.Attribute> attributes(Parameter parameter, String name) {
        return parameter.attributes().stream().filter(AttributeNode.Attribute.class::isInstance).map(AttributeNode.Attribute.class::cast)
            .filter(a -> a.type().name().equalsIgnoreCase(name) || a.type().name().equalsIgnoreCase(name + "Attribute"));
    }

    private static Optional<Optional<Expression>> argument(Parameter parameter, String name) {
        return attributes(parameter, "Parameter").flatMap(a -> a.named().stream()).filter(n -> n.name().equalsIgnoreCase(name)).map(AttributeNode.Attribute.Named::value).findFirst();
    }

    private boolean mandatory(Parameter parameter) {
        return argument(parameter, "Mandatory").map(value -> value.map(e -> Values.truth(session.interpreter.evaluator().value(e))).orElse(true)).orElse(false);
    }

    private static boolean remaining(Parameter parameter) {
        return argument(parameter, "ValueFromRemainingArguments").isPresent();
    }

    private List<Parameter> byPosition() {
        List<Parameter> ordered = new ArrayList<>(function.parameters());
        boolean anyPosition = ordered.stream().anyMatch(p -> argument(p, "Position").isPresent());
        if (anyPosition) {
            ordered.removeIf(p -> argument(p, "Position").isEmpty());
            ordered.sort(java.util.Comparator.comparingInt(p -> Values.integer(session.interpreter.evaluator().value(argument(p, "Position").orElseThrow().orElseThrow()))));
        }
        return ordered;
    }

    private static boolean isSwitch(Parameter parameter) {
        return parameter.type().map(type -> type.name().equalsIgnoreCase("switch") || type.name().equalsIgnoreCase("System.Management.Automation.SwitchParameter")).orElse(false);
    }

    private static boolean flag(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("verbose") || lower.equals("debug") || lower.equals("whatif") || lower.equals("confirm");
    }

    private boolean common(Words.Word word, Words words, int at, Scope scope) {
        String lower = word.parameter().toLowerCase(Locale.ROOT);
        if (!COMMON.contains(lower)) {
            return false;
        }
        Object value = word.joined() ? word.value() : flag(lower) ? (Object) true : at + 1 < words.all.size() ? words.all.get(at + 1).value() : null;
        switch (lower) {
            case "verbose" -> scope.set("VerbosePreference", Values.truth(value) ? "Continue" : "SilentlyContinue");
            case "debug" -> scope.set("DebugPreference", Values.truth(value) ? "Continue" : "SilentlyContinue");
            case "erroraction" -> scope.set("ErrorActionPreference", Values.text(value));
            case "warningaction" -> scope.set("WarningPreference", Values.text(value));
            default -> { }
        }
        return true;
    }

    private Object converted(Parameter parameter, Object value) {
        Object result = value;
        for (AttributeNode attribute : parameter.attributes()) {
            if (attribute instanceof AttributeNode.TypeConstraint constraint) {
                try {
                    result = Conversions.to(TypeValue.resolve(constraint.type(), session.namespaces), result, session);
                } catch (PsError e) {
                    throw new PsError(new ErrorRecord("Cannot process argument transformation on parameter '" + parameter.name().name() + "'. " + e.errorRecord().message(),
                        "ParameterArgumentTransformationError" + (function.name().isEmpty() ? "" : "," + function.name()), "InvalidData", "", function.name(),
                        "ParameterBindingArgumentTransformationException", position), false, null);
                }
            }
        }
        validate(parameter, result);
        return result;
    }

    private void validate(Parameter parameter, Object value) {
        for (AttributeNode node : parameter.attributes()) {
            if (!(node instanceof AttributeNode.Attribute attribute)) {
                continue;
            }
            List<Object> arguments = attribute.positional().stream().map(session.interpreter.evaluator()::value).map(a -> (Object) a).toList();
            boolean holds = switch (attribute.type().name().toLowerCase(Locale.ROOT)) {
                case "validateset" -> Values.list(value).stream().allMatch(v -> arguments.stream().anyMatch(a -> Operators.equal(a, v, false)));
                case "validaterange" -> arguments.size() < 2 || Values.list(value).stream().allMatch(v -> Operators.order(v, arguments.get(0), false) >= 0 && Operators.order(v, arguments.get(1), false) <= 0);
                case "validatepattern" -> Values.list(value).stream().allMatch(v -> Patterns.regex(Values.text(arguments.get(0)), false).matcher(new BoundedText(Values.text(v))).find());
                case "validatenotnullorempty" -> value != null && !Values.text(value).isEmpty();
                case "validatenotnull" -> value != null;
                case "validatelength" -> arguments.size() < 2 || Values.text(value).length() >= Values.integer(arguments.get(0)) && Values.text(value).length() <= Values.integer(arguments.get(1));
                case "validatescript" -> {
                    List<Object> output = new ArrayList<>();
                    Object before = session.scope.get("_");
                    session.scope.set("_", value);
                    session.interpreter.body((ScriptBlockValue) arguments.get(0), Sink.into(output));
                    session.scope.set("_", before);
                    yield Values.truth(Values.collapsed(output));
                }
                default -> true;
            };
            if (!holds) {
                throw new PsError(new ErrorRecord("Cannot validate argument on parameter '" + parameter.name().name() + "'. The argument \"" + Values.text(value)
                    + "\" does not fit " + attribute.type().name() + ".", "ParameterArgumentValidationError" + (function.name().isEmpty() ? "" : "," + function.name()), "InvalidData", "",
                    function.name(), "ParameterBindingValidationException", position), false, null);
            }
        }
    }

    private PsError error(String message, String id) {
        String name = function.name();
        return new PsError(new ErrorRecord((name.isEmpty() ? "" : name + " : ") + message, id + (name.isEmpty() ? "" : "," + name), "InvalidArgument", "", name,
            "ParameterBindingException", position), false, null);
    }
}
