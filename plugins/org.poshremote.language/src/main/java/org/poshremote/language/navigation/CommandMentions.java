package org.poshremote.language.navigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.workspace.CommandNames;

/** What a command mentions: what it calls, its parameters, keys of the tables it is given, and names that it takes as words. */
final class CommandMentions {
    /** Commands that take names of functions: the parameter, and its position or -1. */
    private static final Map<String, List<Argument>> TAKE_FUNCTIONS = Map.ofEntries(Map.entry("export-modulemember", List.of(new Argument("Function", 0))),
        Map.entry("get-command", List.of(new Argument("Name", 0))), Map.entry("gcm", List.of(new Argument("Name", 0))), Map.entry("get-help", List.of(new Argument("Name", 0))),
        Map.entry("help", List.of(new Argument("Name", 0))), Map.entry("set-alias", List.of(new Argument("Value", 1))), Map.entry("new-alias", List.of(new Argument("Value", 1))),
        Map.entry("sal", List.of(new Argument("Value", 1))), Map.entry("nal", List.of(new Argument("Value", 1))), Map.entry("mock", List.of(new Argument("CommandName", 0))),
        Map.entry("assert-mockcalled", List.of(new Argument("CommandName", 0))), Map.entry("should", List.of(new Argument("Invoke", -1), new Argument("CommandName", -1))),
        Map.entry("register-argumentcompleter", List.of(new Argument("CommandName", -1))));
    private static final Set<String> BOUND_METHODS = Set.of("containskey", "remove", "add", "trygetvalue", "contains", "item", "get_item", "set_item");

    private final Mentions mentions;
    private final Command command;

    private record Argument(String parameter, int position) {
    }

    CommandMentions(Mentions mentions, Command command) {
        this.mentions = mentions;
        this.command = command;
    }

    void collect() {
        if (command.elements().isEmpty()) {
            return;
        }
        Optional<Entity.Callable> called = mentions.callables.called(command);
        called.ifPresent(callable -> {
            switch (callable) {
                case Entity.Function function -> {
                    if (command.elements().get(0) instanceof Expression.StringConstant word) {
                        String name = CommandNames.called(command);
                        mentions.addNamed(CommandNames.start(word, name), name, function, Mention.Role.READ);
                    }
                }
                case Entity.ScriptFile script -> {
                    if (command.invocation() != PipelineElement.Invocation.DOT) {
                        mentions.add(command.elements().get(0).start(), command.elements().get(0).end(), script, Mention.Role.READ);
                    }
                }
            }
            parameters(callable);
        });
        if (command.invocation() == PipelineElement.Invocation.DOT) {
            mentions.inclusion(command, command.elements().get(0));
        }
        String name = command.name().toLowerCase(Locale.ROOT);
        if (name.equals("import-module") || name.equals("ipmo")) {
            Commands.argument(command, "Name", 0).ifPresent(word -> mentions.inclusion(command, word));
        }
        if (name.equals("new-object")) {
            Commands.argument(command, "TypeName", 0).flatMap(Callables::word).filter(word -> !mentions.index.types(word.value()).isEmpty())
                .ifPresent(word -> mentions.addWord(word, new Entity.Type(Mentions.key(word.value())), Mention.Role.READ));
        }
        List<Entity.Function> named = namedFunctions(name);
        if (!named.isEmpty() && (name.equals("mock") || name.equals("should") || name.equals("assert-mockcalled"))) {
            parameterFilter(named.get(0));
        }
    }

    // ---- functions that are taken as words

    private List<Entity.Function> namedFunctions(String name) {
        List<Entity.Function> named = new ArrayList<>();
        for (Argument argument : TAKE_FUNCTIONS.getOrDefault(name, List.of())) {
            Optional<Expression> value = argument.position() < 0 ? Commands.parameter(command, argument.parameter()).flatMap(parameter -> Commands.valueOf(command, parameter))
                : Commands.argument(command, argument.parameter(), argument.position());
            value.stream().flatMap(CommandMentions::words).filter(word -> word.value().matches("[\\w-]+")).forEach(word -> {
                Entity.Function function = mentions.callables.called(word.value(), mentions.model.callerOf(command));
                named.add(function);
                mentions.addWord(word, function, Mention.Role.READ);
            });
        }
        return named;
    }

    private static Stream<Expression.StringConstant> words(Node node) {
        return switch (node) {
            case Expression.StringConstant word -> Stream.of(word);
            case Expression.ArrayLiteral several -> several.elements().stream().flatMap(CommandMentions::words);
            case Expression.ArrayExpression several -> several.statements().statements().stream().flatMap(CommandMentions::words);
            case Expression.Paren paren -> words(paren.pipeline());
            case Statement.Pipeline pipeline -> pipeline.expression().stream().flatMap(CommandMentions::words);
            default -> Stream.empty();
        };
    }

    /** In the filter of a mock the variables are the parameters of what is mocked. */
    private void parameterFilter(Entity.Function mocked) {
        Commands.valueOf(command, "ParameterFilter", "ParameterF").filter(Expression.ScriptBlockLiteral.class::isInstance).ifPresent(block -> variables(block, mocked));
    }

    private void variables(Node node, Entity.Function mocked) {
        if (node instanceof Expression.Variable variable && variable.qualifier().isEmpty()
            && mentions.model.symbolOf(variable).filter(VariableSymbol::isAssigned).isEmpty()) {
            mentions.callables.parameter(mocked, variable.name()).filter(parameter -> parameter.name().equals(Mentions.key(variable.name())))
                .ifPresent(parameter -> {
                    mentions.filtered.add(variable.start() + 1);
                    mentions.addNamed(variable.start() + 1, variable.name(), parameter, Mention.Role.READ);
                });
        }
        node.children().forEach(child -> variables(child, mocked));
    }

    // ---- parameters

    private void parameters(Entity.Callable callable) {
        for (CommandElement element : command.elements()) {
            if (element instanceof CommandParameter parameter) {
                // the colon of -Name:value is no part of it
                parameter(callable, parameter.start() + 1, parameter.name());
            } else if (element instanceof Expression.Variable variable && variable.splatted()) {
                mentions.model.symbolOf(variable).ifPresent(symbol -> new SplatUses(mentions, symbol).keys(variable.start()).forEach(word -> key(callable, word)));
            }
        }
    }

    private void parameter(Entity.Callable callable, int start, String written) {
        mentions.callables.parameter(callable, written).filter(parameter -> !mentions.callables.isAlias(callable, written))
            .ifPresent(parameter -> mentions.addNamed(start, written, parameter, Mention.Role.READ));
    }

    private void key(Entity.Callable callable, Expression.StringConstant word) {
        mentions.callables.parameter(callable, word.value()).filter(parameter -> !mentions.callables.isAlias(callable, word.value()))
            .ifPresent(parameter -> mentions.addWord(word, parameter, Mention.Role.READ));
    }

    static boolean takesKey(String method) {
        return BOUND_METHODS.contains(method.toLowerCase(Locale.ROOT));
    }
}
