package org.poshremote.language.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.poshremote.language.analysis.CommentHelp;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.workspace.TypeSymbol.MemberSymbol;

/** Takes out of a parsed file what is kept of it. */
public final class FileIndexer {
    /** Of a longer comment the beginning is kept. */
    private static final int LONGEST_HELP = 32 * 1024;
    private static final int LONGEST_DEFAULT = 120;
    private static final int MOST_VALUES = 200;

    private final URI uri;
    private final Script script;
    private final ScriptModel model;
    private final LineMap lines;
    /** Texts recur: types, values, names of sets. */
    private final List<AliasSymbol> aliases = new ArrayList<>();

    private FileIndexer(URI uri, ScriptModel model) {
        this.uri = uri;
        this.script = model.script();
        this.model = model;
        this.lines = new LineMap(script.text());
    }

    public static FileSymbols index(URI uri, Script script) {
        return index(uri, ScriptModel.of(script));
    }

    public static FileSymbols index(URI uri, ScriptModel model) {
        return new FileIndexer(uri, model).index();
    }

    private FileSymbols index() {
        Map<Node, Boolean> declaredHere = new IdentityHashMap<>();
        model.root().functions().forEach(function -> declaredHere.put(function, true));
        List<FunctionSymbol> functions = new ArrayList<>();
        model.functions().forEach(function -> functions.add(function(function, !declaredHere.containsKey(function))));
        script.root().blocks().stream().flatMap(block -> block.statements().stream()).filter(Statement.Configuration.class::isInstance)
            .map(Statement.Configuration.class::cast).forEach(configuration -> configuration(configuration).ifPresent(functions::add));
        List<TypeSymbol> types = model.types().stream().map(this::type).toList();
        NameCounts.Builder commands = new NameCounts.Builder();
        for (ScriptModel.Call call : model.calls()) {
            String name = CommandNames.called(call.command());
            if (!name.isEmpty()) {
                commands.add(name);
                alias(call.command());
            }
        }
        List<FileSymbols.Included> inclusions = new ArrayList<>();
        model.inclusions().forEach(found -> inclusions.add(new FileSymbols.Included(found.kind(), found.name(), found.localPath(),
            TextRange.of(lines, found.node().start(), found.node().end()))));
        Optional<ModuleManifest> manifest = uri.getPath() != null && uri.getPath().toLowerCase(java.util.Locale.ROOT).endsWith(".psd1")
            ? DataFile.read(script).flatMap(ModuleManifest::of) : Optional.empty();
        List<ParameterSymbol> parameters = script.root().param().map(param -> param.parameters().stream().map(this::parameter).toList()).orElse(List.of());
        return new FileSymbols(uri, functions, types, aliases, parameters, inclusions, manifest, commands.build(), WordSet.of(script.text()));
    }

    // ---- functions

    private FunctionSymbol function(Statement.Function function, boolean local) {
        String name = function.name().substring(function.name().indexOf(':') + 1);
        List<AttributeNode> attributes = function.body().param().map(param -> param.attributes()).orElse(List.of());
        boolean advanced = attributes.stream().anyMatch(attribute -> attribute.type().name().equalsIgnoreCase("CmdletBinding"))
            || function.declaredParameters().stream().flatMap(parameter -> parameter.attributes().stream()).anyMatch(attribute -> is(attribute, "Parameter"));
        attributes.stream().filter(attribute -> is(attribute, "Alias")).forEach(attribute -> words(attribute)
            .forEach(word -> aliases.add(new AliasSymbol(uri, word.value(), name, range(word)))));
        String help = CommentHelp.commentOf(script, function).map(text -> text.length() > LONGEST_HELP ? text.substring(0, LONGEST_HELP) : text).orElse("");
        int nameStart = Math.max(function.nameStart(), function.nameEnd() - name.length());
        return new FunctionSymbol(uri, function.keyword(), name, local, advanced, function.declaredParameters().stream().map(this::parameter).toList(), Types.outputType(function),
            help, TextRange.of(lines, nameStart, function.nameEnd()), range(function));
    }

    private Optional<FunctionSymbol> configuration(Statement.Configuration configuration) {
        return configuration.name().constantText().map(name -> new FunctionSymbol(uri, "configuration", name, false, false,
            configuration.body().param().map(param -> param.parameters().stream().map(this::parameter).toList()).orElse(List.of()), Optional.empty(), "",
            range(configuration.name()), range(configuration)));
    }

    private ParameterSymbol parameter(Parameter parameter) {
        boolean mandatory = false;
        boolean pipeline = false;
        OptionalInt position = OptionalInt.empty();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<String> sets = new ArrayList<>();
        for (AttributeNode each : parameter.attributes()) {
            if (!(each instanceof AttributeNode.Attribute attribute)) {
                continue;
            }
            if (is(attribute, "Parameter")) {
                for (AttributeNode.Attribute.Named named : attribute.named()) {
                    switch (named.name().toLowerCase(java.util.Locale.ROOT)) {
                        case "mandatory" -> mandatory |= isTrue(named);
                        case "valuefrompipeline", "valuefrompipelinebypropertyname" -> pipeline |= isTrue(named);
                        case "position" -> position = named.value().orElse(null) instanceof Expression.Constant number && number.value() instanceof Integer at && at >= 0
                            ? OptionalInt.of(at) : position;
                        case "parametersetname" -> named.value().flatMap(Expression::constantText).filter(set -> !sets.contains(set)).ifPresent(set -> sets.add(set.intern()));
                        default -> { }
                    }
                }
            } else if (is(attribute, "Alias")) {
                words(attribute).forEach(word -> names.add(word.value()));
            } else if (is(attribute, "ValidateSet")) {
                words(attribute).stream().limit(MOST_VALUES).forEach(word -> values.add(word.value()));
            }
        }
        Optional<String> defaultText = parameter.defaultValue().map(value -> script.text().substring(value.start(), Math.min(value.end(), value.start() + LONGEST_DEFAULT)));
        return new ParameterSymbol(parameter.name().name().intern(), parameter.type().map(Types::name).orElse("").intern(), mandatory, position, pipeline, names, values, defaultText,
            sets, range(parameter.name()));
    }

    private static boolean isTrue(AttributeNode.Attribute.Named named) {
        return named.value().isEmpty() || named.value().get() instanceof Expression.Variable variable && variable.path().equalsIgnoreCase("true")
            || named.value().get() instanceof Expression.Constant number && !number.value().equals(0);
    }

    private static boolean is(AttributeNode attribute, String name) {
        return attribute instanceof AttributeNode.Attribute && (attribute.type().name().equalsIgnoreCase(name) || attribute.type().name().equalsIgnoreCase(name + "Attribute"));
    }

    private static List<Expression.StringConstant> words(AttributeNode attribute) {
        return attribute instanceof AttributeNode.Attribute named ? named.positional().stream().flatMap(word -> word instanceof Expression.ArrayLiteral several
            ? several.elements().stream() : java.util.stream.Stream.of(word)).filter(Expression.StringConstant.class::isInstance).map(Expression.StringConstant.class::cast).toList()
            : List.of();
    }

    private void alias(Command command) {
        if (Set.of("set-alias", "new-alias", "sal", "nal").contains(command.name().toLowerCase(java.util.Locale.ROOT))) {
            Optional<Expression> name = Commands.argument(command, "Name", 0);
            Optional<String> value = Commands.argument(command, "Value", 1).flatMap(Expression::constantText);
            name.flatMap(Expression::constantText).ifPresent(alias -> value.ifPresent(meant -> aliases.add(new AliasSymbol(uri, alias, meant, range(name.get())))));
        }
    }

    // ---- types

    private TypeSymbol type(Statement.TypeDefinition type) {
        boolean isEnum = type.keyword().equals("enum");
        return new TypeSymbol(uri, isEnum, type.name(), type.baseTypes().stream().map(base -> base.type().text()).toList(),
            type.members().stream().map(member -> member(type, isEnum, member)).toList(), TextRange.of(lines, type.nameStart(), type.nameEnd()), range(type));
    }

    private MemberSymbol member(Statement.TypeDefinition type, boolean isEnum, Member member) {
        Optional<String> declared = member.attributes().stream().filter(AttributeNode.TypeConstraint.class::isInstance).map(each -> Types.name(each.type()).intern()).findFirst();
        return switch (member) {
            case Member.Property property -> {
                int start = property.nameStart() + (isEnum ? 0 : 1);
                yield new MemberSymbol(property.name().startsWith("$") ? property.name().substring(1) : property.name(), isEnum ? MemberSymbol.Kind.ENUM_VALUE : MemberSymbol.Kind.PROPERTY,
                    isEnum || property.isStatic(), property.hidden(), isEnum ? Optional.of(type.name()) : declared, List.of(), bounded(start, property.name().length()));
            }
            case Member.Method method -> new MemberSymbol(method.name(), method.name().equalsIgnoreCase(type.name()) ? MemberSymbol.Kind.CONSTRUCTOR : MemberSymbol.Kind.METHOD,
                method.isStatic(), method.hidden(), declared, method.parameters().stream().map(this::parameter).toList(), bounded(method.nameStart(), method.name().length()));
        };
    }

    private TextRange bounded(int start, int length) {
        int from = Math.min(start, script.text().length());
        return TextRange.of(lines, from, Math.min(from + length, script.text().length()));
    }

    private TextRange range(Node node) {
        return TextRange.of(lines, node.start(), node.end());
    }
}
