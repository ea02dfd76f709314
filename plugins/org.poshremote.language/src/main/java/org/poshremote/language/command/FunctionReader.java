package org.poshremote.language.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.poshremote.language.analysis.CommentHelp;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** Makes a command of what a function declares (about_Functions_Advanced_Parameters). */
final class FunctionReader {
    private static final String EVERY_SET = "";

    private final ScriptModel model;
    private final Optional<CommentHelp> help;
    private final List<AttributeNode> attributes;
    private final List<Parameter> declared;
    private final boolean advanced;

    /** What one [Parameter()] says, or the lack of it. */
    private record Membership(String set, boolean mandatory, OptionalInt position) {
    }

    private FunctionReader(ScriptModel model, Optional<CommentHelp> help, List<AttributeNode> attributes, List<Parameter> declared) {
        this.model = model;
        this.help = help;
        this.attributes = attributes;
        this.declared = declared;
        this.advanced = named(attributes, "CmdletBinding").isPresent() || declared.stream().anyMatch(parameter -> named(parameter.attributes(), "Parameter").isPresent());
    }

    static CommandInfo function(ScriptModel model, Statement.Function function, String file) {
        Optional<CommentHelp> help = CommentHelp.of(model.script(), function);
        List<AttributeNode> attributes = function.body().param().map(param -> param.attributes()).orElse(List.of());
        String name = function.name().substring(function.name().indexOf(':') + 1);
        return new FunctionReader(model, help, attributes, function.declaredParameters()).read(name, file);
    }

    /** A script that is called by its path. */
    static CommandInfo script(ScriptModel model, String name) {
        Script script = model.script();
        return new FunctionReader(model, CommentHelp.spanOf(script).flatMap(span -> CommentHelp.parse(script.text().substring(span.start(), span.end()))), script.root().param().map(param -> param.attributes()).orElse(List.of()),
            script.root().param().map(param -> param.parameters()).orElse(List.of())).read(name, "");
    }

    private CommandInfo read(String name, String file) {
        List<ParameterInfo> parameters = new ArrayList<>();
        Map<ParameterInfo, List<Membership>> memberships = new LinkedHashMap<>();
        for (Parameter parameter : declared) {
            ParameterInfo info = parameter(parameter);
            parameters.add(info);
            memberships.put(info, memberships(parameter));
        }
        if (argument(attributes, "CmdletBinding", "SupportsShouldProcess").filter(FunctionReader::isTrue).isPresent()) {
            parameters.add(CommonParameters.WHAT_IF);
            parameters.add(CommonParameters.CONFIRM);
        }
        return new CommandInfo(name, CommandInfo.Kind.FUNCTION, file, help.map(CommentHelp::synopsis).map(FunctionReader::firstLine).filter(text -> !text.isEmpty()), parameters, sets(memberships),
            advanced, false, "", help);
    }

    private static String firstLine(String text) {
        return text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }

    // ---- one parameter

    private ParameterInfo parameter(Parameter parameter) {
        String type = parameter.type().map(Types::name).orElse("");
        String name = parameter.name().name();
        List<String> aliases = named(parameter.attributes(), "Alias").map(FunctionReader::texts).orElse(List.of());
        Optional<String> description = help.map(known -> known.parameters().getOrDefault(name.toLowerCase(Locale.ROOT), "")).filter(text -> !text.isBlank())
            .or(() -> argument(parameter.attributes(), "Parameter", "HelpMessage").flatMap(Expression::constantText)).or(() -> commentAt(parameter));
        return new ParameterInfo(name, type, values(parameter, type), aliases, false, false, "", description);
    }

    private List<String> values(Parameter parameter, String type) {
        Optional<List<String>> set = named(parameter.attributes(), "ValidateSet").map(FunctionReader::texts).filter(values -> !values.isEmpty());
        String element = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
        return set.orElseGet(() -> model.type(element).filter(found -> found.keyword().equals("enum"))
            .map(found -> found.members().stream().map(member -> member.name()).toList()).orElseGet(() -> Knowledge.values(shortName(element))));
    }

    private static String shortName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** A comment directly before the parameter, which counts as its help (about_Comment_Based_Help). */
    private Optional<String> commentAt(Parameter parameter) {
        List<Script.Comment> comments = model.script().comments();
        String text = model.script().text();
        for (int i = comments.size() - 1; i >= 0; i--) {
            Script.Comment comment = comments.get(i);
            if (comment.end() <= parameter.start()) {
                String written = text.substring(comment.start(), comment.end());
                boolean here = text.substring(comment.end(), parameter.start()).isBlank() && text.charAt(comment.start()) == '#' && ownLine(text, comment.start());
                return here ? Optional.of(written.replaceFirst("^#+\\s*", "").strip()).filter(found -> !found.isEmpty()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean ownLine(String text, int start) {
        int newline = text.lastIndexOf('\n', start);
        return text.substring(newline + 1, start).isBlank();
    }

    private static List<Membership> memberships(Parameter parameter) {
        List<Membership> found = new ArrayList<>();
        for (AttributeNode attribute : parameter.attributes()) {
            if (attribute instanceof AttributeNode.Attribute full && full.type().name().equalsIgnoreCase("Parameter")) {
                boolean mandatory = value(full, "Mandatory").filter(FunctionReader::isTrue).isPresent();
                OptionalInt position = value(full, "Position").map(value -> value instanceof Expression.Constant number && number.value() instanceof Integer at
                    ? OptionalInt.of(at) : OptionalInt.empty()).orElse(OptionalInt.empty());
                found.add(new Membership(value(full, "ParameterSetName").flatMap(Expression::constantText).orElse(EVERY_SET), mandatory, position));
            }
        }
        return found.isEmpty() ? List.of(new Membership(EVERY_SET, false, OptionalInt.empty())) : found;
    }

    // ---- ways to call it

    private List<CommandInfo.Member.Set> sets(Map<ParameterInfo, List<Membership>> memberships) {
        Set<String> names = new LinkedHashSet<>();
        argument(attributes, "CmdletBinding", "DefaultParameterSetName").flatMap(Expression::constantText).ifPresent(names::add);
        memberships.values().forEach(all -> all.stream().map(Membership::set).filter(name -> !name.equals(EVERY_SET)).forEach(names::add));
        if (names.isEmpty()) {
            names.add(EVERY_SET);
        }
        boolean anyPosition = memberships.values().stream().flatMap(List::stream).anyMatch(each -> each.position().isPresent());
        boolean byOrder = !anyPosition && argument(attributes, "CmdletBinding", "PositionalBinding").filter(value -> !isTrue(Optional.of(value))).isEmpty();
        return names.stream().map(name -> set(name, memberships, byOrder)).toList();
    }

    private static CommandInfo.Member.Set set(String name, Map<ParameterInfo, List<Membership>> memberships, boolean byOrder) {
        record Placed(CommandInfo.Member member, int position) {
        }
        List<Placed> members = new ArrayList<>();
        memberships.forEach((parameter, all) -> all.stream().filter(each -> each.set().equals(EVERY_SET) || each.set().equalsIgnoreCase(name)).findFirst().ifPresent(each -> {
            boolean positional = each.position().isPresent() || byOrder && !parameter.isSwitch();
            members.add(new Placed(new CommandInfo.Member(parameter, each.mandatory(), positional), positional ? each.position().orElse(0) : Integer.MAX_VALUE));
        }));
        members.sort(Comparator.comparingInt(Placed::position));
        return new CommandInfo.Member.Set(name, members.stream().map(Placed::member).toList());
    }

    // ---- attributes

    static Optional<AttributeNode.Attribute> named(List<AttributeNode> attributes, String name) {
        return attributes.stream().filter(AttributeNode.Attribute.class::isInstance).map(AttributeNode.Attribute.class::cast)
            .filter(attribute -> attribute.type().name().equalsIgnoreCase(name)).findFirst();
    }

    private static Optional<Expression> argument(List<AttributeNode> attributes, String attribute, String argument) {
        return named(attributes, attribute).stream().flatMap(found -> found.named().stream()).filter(each -> each.name().equalsIgnoreCase(argument))
            .findFirst().map(each -> each.value().orElse(TRUE));
    }

    private static Optional<Expression> value(AttributeNode.Attribute attribute, String argument) {
        return attribute.named().stream().filter(each -> each.name().equalsIgnoreCase(argument)).findFirst().map(each -> each.value().orElse(TRUE));
    }

    private static final Expression TRUE = new Expression.Variable(0, 0, "true", false);

    private static boolean isTrue(Expression value) {
        return value instanceof Expression.Variable variable && variable.path().equalsIgnoreCase("true") || value instanceof Expression.Constant number && !number.value().equals(0);
    }

    private static boolean isTrue(Optional<Expression> value) {
        return value.filter(FunctionReader::isTrue).isPresent();
    }

    private static List<String> texts(AttributeNode.Attribute attribute) {
        return attribute.positional().stream().flatMap(each -> each instanceof Expression.ArrayLiteral array ? array.elements().stream() : java.util.stream.Stream.of(each))
            .flatMap(each -> each.constantText().stream()).toList();
    }
}
