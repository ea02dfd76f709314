package org.poshremote.language.completion.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.command.Binding;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.ParameterInfo;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.rules.RuleCatalog;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.Shape;

/** Keys of hashtables, where the text tells what the table is for. */
final class KeyProposals {
    private static final int NEEDED = 10;
    private static final int OTHER = 20;
    private static final int COMMON = 40;
    private static final int MOST_VALUES = 4;
    private static final Set<String> FORMATS = Set.of("format-table", "format-list", "format-wide", "format-custom");

    private final Cursor cursor;
    private final Offers offers;
    /** Parameters that every command has come last. */
    private final Set<String> common = new HashSet<>();

    KeyProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    void offer(Expression.Hashtable table, Span replace) {
        Set<String> used = table.entries().stream().filter(entry -> !(entry.key().start() <= cursor.offset() && cursor.offset() <= cursor.real(entry.key().end())))
            .flatMap(entry -> entry.key().constantText().stream()).map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        for (Entry key : keys(table)) {
            if (!used.contains(key.name().toLowerCase(Locale.ROOT))) {
                offers.add(proposal(key, replace));
            }
        }
    }

    /** The key's entry as it is known, for its values. */
    Optional<Entry> known(Expression.Hashtable table, String key) {
        return keys(table).stream().filter(entry -> entry.name().equalsIgnoreCase(key)).findFirst();
    }

    private Proposal proposal(Entry key, Span replace) {
        Proposal proposal = offers.of(Proposal.Kind.KEY, key.name(), replace).detailed(detail(key))
            .ranked(key.isNeeded() ? NEEDED : common.contains(key.name()) ? COMMON : OTHER).documented(key::says);
        String name = key.name().matches("[\\w]+") ? key.name() : "'" + key.name() + "'";
        if (assigned(replace.end())) {
            return proposal.inserting(name);
        }
        String value = !key.values().isEmpty() ? "'${1|" + String.join(",", key.values()) + "|}'" : switch (key.plainType()) {
            case "scriptblock" -> "{ $1 }";
            case "string" -> "'$1'";
            case "bool" -> "\\$${1|true,false|}";
            case "hashtable" -> "@{ $1 }";
            default -> key.plainType().endsWith("[]") ? "@($1)" : "$1";
        };
        return proposal.inserting(name + " = ").withSnippet(name + " = " + value);
    }

    private static String detail(Entry key) {
        return key.values().isEmpty() ? key.plainType() + (key.isNeeded() ? " · mandatory" : "") : key.values().size() <= MOST_VALUES ? String.join(" | ", key.values()) : "";
    }

    private boolean assigned(int end) {
        int at = end;
        while (at < cursor.text().length() && (cursor.text().charAt(at) == ' ' || cursor.text().charAt(at) == '\t')) {
            at++;
        }
        return at < cursor.text().length() && cursor.text().charAt(at) == '=';
    }

    // ---- what the table is for

    private List<Entry> keys(Expression.Hashtable table) {
        List<Node> path = cursor.path();
        int at = -1;
        for (int i = 0; i < path.size(); i++) {
            at = path.get(i) == table ? i : at;
        }
        for (int i = at - 1; i > 0; i--) {
            Node node = path.get(i);
            switch (node) {
                case PipelineElement.Command command -> {
                    return ofCommand(command, path.get(i + 1));
                }
                case Expression.Convert convert -> {
                    List<Entry> of = convert.constraint().type().name().equalsIgnoreCase("ordered") ? List.of() : properties(convert.constraint().type().text());
                    if (!of.isEmpty() || !convert.constraint().type().name().equalsIgnoreCase("ordered")) {
                        return of;
                    }
                }
                case Statement.DynamicKeyword resource -> {
                    return ofResource(resource.keyword());
                }
                case Statement.Assignment assignment -> {
                    return ofVariable(assignment);
                }
                case Clause.Entry entry -> {
                    return ofEntry(entry.key().constantText().orElse(""), path.subList(0, i));
                }
                case Statement.Using using when using.kind().equalsIgnoreCase("module") -> {
                    return Reference.of(Reference.Kind.KEY, "module");
                }
                case Expression.ScriptBlockLiteral block -> {
                    return List.of();
                }
                default -> { }
            }
        }
        return ofFile();
    }

    private List<Entry> ofCommand(PipelineElement.Command command, Node element) {
        Optional<CommandInfo> info = cursor.commands().of(command);
        if (info.isEmpty()) {
            return List.of();
        }
        Expression value = element instanceof CommandElement.CommandParameter named ? named.argument().orElse(null) : element instanceof Expression word ? word : null;
        String parameter = Binding.of(info.get(), command, Integer.MAX_VALUE).parameterOf(value).map(ParameterInfo::name).orElse("").toLowerCase(Locale.ROOT);
        String name = info.get().name().toLowerCase(Locale.ROOT);
        String table = switch (name + " " + parameter) {
            case "select-object property", "measure-object property", "compare-object property", "convertto-html property" -> "property";
            case "sort-object property" -> "sort";
            case "group-object property" -> "group";
            case "get-winevent filterhashtable" -> "winevent";
            case "import-module fullyqualifiedname", "get-module fullyqualifiedname", "remove-module fullyqualifiedname" -> "module";
            default -> FORMATS.contains(name) && (parameter.equals("property") || parameter.equals("groupby")) ? "format" : "";
        };
        if (name.equals("new-object") && parameter.equals("property")) {
            return org.poshremote.language.analysis.Commands.argument(command, "TypeName", 0).flatMap(Expression::constantText).map(this::properties).orElse(List.of());
        }
        if ((name.equals("invoke-webrequest") || name.equals("invoke-restmethod")) && parameter.equals("headers")) {
            return Reference.of(Reference.Kind.VALUE, "headers");
        }
        return Reference.of(Reference.Kind.KEY, table);
    }

    /** Of a type that a table is turned into. */
    private List<Entry> properties(String type) {
        Optional<Shape> shape = cursor.inference().named(type);
        return switch (shape.orElse(null)) {
            case Shape.Known known when !known.type().isEnum() && !known.type().shortName().equals("PSObject") && !known.type().shortName().endsWith("Dictionary")
                && !known.type().shortName().equals("Hashtable") -> known.type().members().stream().filter(member -> !member.isStatic() && !member.isCalled())
                    .map(member -> new Entry(member.name(), member.type(), member.description().isEmpty() ? "Property of " + known.type().shortName() + "." : member.description())).toList();
            case Shape.Declared declared -> ofClass(declared.type());
            case null, default -> List.of();
        };
    }

    private static List<Entry> ofClass(Statement.TypeDefinition type) {
        List<Entry> entries = new ArrayList<>();
        for (Member member : type.members()) {
            if (member instanceof Member.Property property && !property.isStatic()) {
                boolean key = property.attributes().stream().anyMatch(attribute -> attribute instanceof AttributeNode.Attribute full && full.type().name().equalsIgnoreCase("DscProperty")
                    && full.named().stream().anyMatch(named -> named.name().equalsIgnoreCase("Key") || named.name().equalsIgnoreCase("Mandatory")));
                String given = property.attributes().stream().filter(AttributeNode.TypeConstraint.class::isInstance).map(attribute -> attribute.type().text()).findFirst().orElse("");
                entries.add(new Entry(property.name(), given + (key ? "!" : ""), "Property of " + type.name() + "."));
            }
        }
        return entries;
    }

    private List<Entry> ofResource(String keyword) {
        List<Entry> keys = new ArrayList<>(cursor.model().type(keyword).map(KeyProposals::ofClass).orElseGet(() -> Reference.of(Reference.Kind.KEY, keyword)));
        if (!keyword.equalsIgnoreCase("LocalConfigurationManager") && !keyword.equalsIgnoreCase("Settings")) {
            keys.addAll(Reference.of(Reference.Kind.KEY, "dsc"));
        }
        return keys;
    }

    /** A table that is splatted later has the parameters of the command. */
    private List<Entry> ofVariable(Statement.Assignment assignment) {
        Expression left = assignment.left() instanceof Expression.Convert convert ? convert.operand() : assignment.left();
        if (!(left instanceof Expression.Variable variable)) {
            return List.of();
        }
        if (variable.name().equalsIgnoreCase("PSDefaultParameterValues")) {
            return List.of();
        }
        List<Entry> keys = new ArrayList<>();
        Optional<VariableSymbol> symbol = cursor.model().variableAt(variable.name(), cursor.offset());
        symbol.ifPresent(found -> found.uses().stream().filter(use -> use.access() == VariableUse.Access.SPLAT).forEach(use -> keys.addAll(parameters(use))));
        return keys;
    }

    private List<Entry> parameters(VariableUse splat) {
        for (ScriptModel.Call call : cursor.model().calls()) {
            PipelineElement.Command command = call.command();
            if (command.start() <= splat.start() && splat.end() <= command.end() && command.elements().stream().anyMatch(element -> element == splat.node())) {
                Optional<CommandInfo> info = cursor.commands().of(command);
                return info.map(known -> {
                    Set<String> given = Binding.of(known, command, Integer.MAX_VALUE).used();
                    known.allParameters().stream().filter(ParameterInfo::common).forEach(parameter -> common.add(parameter.name()));
                    return known.allParameters().stream().filter(parameter -> !given.contains(parameter.name())).map(parameter -> new Entry(parameter.name(),
                        !parameter.values().isEmpty() && parameter.values().size() > 1 ? String.join(",", parameter.values()) : (parameter.isSwitch() ? "bool" : parameter.type()) + (known.needs(parameter) ? "!" : ""),
                        parameter.description().orElse("Parameter of " + known.name() + "."))).toList();
                }).orElse(List.of());
            }
        }
        return List.of();
    }

    // ---- data files

    private List<Entry> ofFile() {
        String name = cursor.surroundings().fileName().toLowerCase(Locale.ROOT);
        String table = name.equals("psscriptanalyzersettings.psd1") ? "analyzer" : name.endsWith(".psd1") ? "manifest" : name.endsWith(".pssc") || name.endsWith(".psrc") ? "session" : "";
        return Reference.of(Reference.Kind.KEY, table);
    }

    private List<Entry> ofEntry(String key, List<Node> above) {
        String name = cursor.surroundings().fileName().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".psd1")) {
            return List.of();
        }
        String parent = above.stream().filter(Clause.Entry.class::isInstance).map(node -> ((Clause.Entry) node).key().constantText().orElse("")).reduce((a, b) -> b).orElse("");
        if (name.equals("psscriptanalyzersettings.psd1")) {
            return key.equalsIgnoreCase("Rules") ? RuleCatalog.all().stream().map(rule -> new Entry(rule.name(), "hashtable", "Settings of the rule.")).toList()
                : parent.equalsIgnoreCase("Rules") ? Reference.of(Reference.Kind.KEY, "rule") : List.of();
        }
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "privatedata" -> Reference.of(Reference.Kind.KEY, "privatedata");
            case "psdata" -> Reference.of(Reference.Kind.KEY, "psdata");
            case "requiredmodules", "nestedmodules", "modulelist" -> Reference.of(Reference.Kind.KEY, "module");
            default -> List.of();
        };
    }
}
