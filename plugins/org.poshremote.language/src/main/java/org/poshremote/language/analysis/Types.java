package org.poshremote.language.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;

/**
 * What type a value has, where the text tells it: literals, casts, {@code New-Object}, {@code [T]::new()}, typed parameters and
 * variables, {@code [OutputType()]} of functions here. Names are PowerShell's short ones in lower case where it has one
 * ("string", "int", "hashtable"), otherwise as written. A guess is never made: what is not known is empty.
 */
public final class Types {
    private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("system.string", "string"), Map.entry("system.int32", "int"), Map.entry("int32", "int"),
        Map.entry("system.int64", "long"), Map.entry("int64", "long"), Map.entry("system.boolean", "bool"), Map.entry("boolean", "bool"), Map.entry("system.double", "double"),
        Map.entry("system.collections.hashtable", "hashtable"), Map.entry("collections.hashtable", "hashtable"), Map.entry("system.object", "object"),
        Map.entry("system.management.automation.psobject", "psobject"), Map.entry("pscustomobject", "psobject"),
        Map.entry("system.management.automation.switchparameter", "switch"), Map.entry("switchparameter", "switch"),
        Map.entry("management.automation.switchparameter", "switch"), Map.entry("system.management.automation.scriptblock", "scriptblock"),
        Map.entry("system.management.automation.pscredential", "pscredential"), Map.entry("management.automation.pscredential", "pscredential"),
        Map.entry("system.security.securestring", "securestring"), Map.entry("security.securestring", "securestring"), Map.entry("system.datetime", "datetime"),
        Map.entry("system.char", "char"), Map.entry("system.byte", "byte"), Map.entry("system.xml.xmldocument", "xml"), Map.entry("system.decimal", "decimal"),
        Map.entry("system.array", "array"), Map.entry("system.guid", "guid"), Map.entry("system.version", "version"), Map.entry("system.uri", "uri"),
        Map.entry("system.text.regularexpressions.regex", "regex"), Map.entry("system.void", "void"));
    private static final List<String> COMPARISONS = List.of("eq", "ne", "gt", "ge", "lt", "le", "like", "notlike", "match", "notmatch", "contains", "notcontains", "in", "notin");

    private final ScriptModel model;

    public Types(ScriptModel model) {
        this.model = model;
    }

    /** PowerShell's short name of a type. */
    public static String name(TypeName type) {
        String whole = type.name().toLowerCase(Locale.ROOT);
        String known = SHORT.getOrDefault(whole, type.name().indexOf('.') < 0 ? whole : type.name());
        return known + (type.arguments().isEmpty() ? "" : "[" + String.join(",", type.arguments().stream().map(Types::name).toList()) + "]") + type.suffix();
    }

    public Optional<String> of(Expression expression) {
        return of(expression, 0);
    }

    /** Of a variable: its parameter's or constraint's type, otherwise that of its only assignment. */
    public Optional<String> of(VariableSymbol variable) {
        return of(variable, 0);
    }

    private Optional<String> of(Expression expression, int depth) {
        if (depth > 16) {
            return Optional.empty();
        }
        return switch (expression) {
            case Expression.StringConstant text -> Optional.of("string");
            case Expression.ExpandableString text -> Optional.of("string");
            case Expression.Constant number -> number(number.value());
            case Expression.Hashtable table -> Optional.of("hashtable");
            case Expression.ScriptBlockLiteral block -> Optional.of("scriptblock");
            case Expression.ArrayExpression array -> Optional.of("object[]");
            case Expression.ArrayLiteral array -> Optional.of("object[]");
            case Expression.TypeLiteral type -> Optional.of("type");
            case Expression.Convert convert -> Optional.of(Types.name(convert.constraint().type()));
            case Expression.Attributed attributed -> of(attributed.operand(), depth + 1);
            case Expression.Variable variable -> variable(variable, depth);
            case Expression.Paren paren -> of(paren.pipeline(), depth + 1);
            case Expression.Invoke invoke -> created(invoke);
            case Expression.Unary unary -> unary(unary, depth);
            case Expression.Binary binary -> binary(binary, depth);
            case Expression.Ternary ternary -> of(ternary.ifTrue(), depth + 1).filter(type -> of(ternary.ifFalse(), depth + 1).filter(type::equals).isPresent());
            default -> Optional.empty();
        };
    }

    private static Optional<String> number(Object value) {
        return switch (value) {
            case Integer i -> Optional.of("int");
            case Long l -> Optional.of("long");
            case Double d -> Optional.of("double");
            case java.math.BigDecimal d -> Optional.of("decimal");
            case java.math.BigInteger b -> Optional.of("bigint");
            default -> Optional.empty();
        };
    }

    private Optional<String> variable(Expression.Variable variable, int depth) {
        return switch (variable.path().toLowerCase(Locale.ROOT)) {
            case "true", "false" -> Optional.of("bool");
            case "pid" -> Optional.of("int");
            case "psversiontable", "psboundparameters" -> Optional.of("hashtable");
            case "psscriptroot", "pscommandpath", "pshome", "home", "psculture", "psuiculture" -> Optional.of("string");
            default -> variable.qualifier().equals("env") ? Optional.of("string")
                : model.symbolOf(variable).or(() -> model.variableAt(variable.name(), variable.start())).flatMap(symbol -> of(symbol, depth + 1));
        };
    }

    private Optional<String> of(VariableSymbol symbol, int depth) {
        Optional<String> declared = symbol.parameter().flatMap(Parameter::type).map(Types::name);
        if (declared.isPresent()) {
            return declared;
        }
        Optional<String> only = Optional.empty();
        for (VariableUse use : symbol.uses()) {
            if (use.access() == VariableUse.Access.UPDATE || use.access() == VariableUse.Access.PARAMETER) {
                continue;
            }
            if (use.access().writes()) {
                Optional<String> written = use.writer().flatMap(writer -> written(writer, use, depth));
                if (written.isEmpty() || only.isPresent() && !only.equals(written)) {
                    return constrained(symbol);
                }
                only = written;
            }
        }
        return symbol.parameter().isPresent() ? Optional.empty() : only;
    }

    /** {@code [int] $x = …} holds for all that follows. */
    private static Optional<String> constrained(VariableSymbol symbol) {
        for (VariableUse use : symbol.uses()) {
            if (use.writer().orElse(null) instanceof Statement.Assignment assignment && assignment.left() instanceof Expression.Convert convert
                && convert.operand() == use.node()) {
                return Optional.of(name(convert.constraint().type()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> written(Node writer, VariableUse use, int depth) {
        if (writer instanceof Statement.Assignment assignment) {
            if (assignment.left() == use.node()) {
                return of(assignment.right(), depth + 1);
            }
            return assignment.left() instanceof Expression.Convert convert && convert.operand() == use.node() ? Optional.of(name(convert.constraint().type())) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<String> of(Statement statement, int depth) {
        if (depth > 16 || !(statement instanceof Statement.Pipeline pipeline) || pipeline.elements().size() != 1) {
            return Optional.empty();
        }
        return switch (pipeline.elements().get(0)) {
            case PipelineElement.CommandExpression only -> of(only.expression(), depth + 1);
            case PipelineElement.Command command -> command(command);
        };
    }

    private Optional<String> command(PipelineElement.Command command) {
        return switch (command.name().toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "new-object" -> Commands.hasParameter(command, "ComObject", "com") ? Optional.of("__comobject")
                : Commands.argument(command, "TypeName", 0).flatMap(Expression::constantText).map(name -> SHORT.getOrDefault(name.toLowerCase(Locale.ROOT), name));
            case "join-path" -> Optional.of("string");
            case "get-date" -> command.elements().size() == 1 ? Optional.of("datetime") : Optional.empty();
            case "test-path" -> Optional.of("bool");
            case "convertto-securestring" -> Optional.of("securestring");
            case "get-credential" -> Optional.of("pscredential");
            default -> model.scopeAt(command.start()).function(command.name()).stream().findFirst().flatMap(Types::outputType);
        };
    }

    /** What {@code [OutputType()]} promises, where it is one type. */
    public static Optional<String> outputType(Statement.Function function) {
        List<String> promised = function.body().param().stream().flatMap(param -> param.attributes().stream()).filter(AttributeNode.Attribute.class::isInstance)
            .map(AttributeNode.Attribute.class::cast).filter(attribute -> attribute.type().name().equalsIgnoreCase("OutputType"))
            .flatMap(attribute -> attribute.positional().stream()).flatMap(type -> switch (type) {
                case Expression.TypeLiteral literal -> java.util.stream.Stream.of(name(literal.type()));
                case Expression.StringConstant text -> java.util.stream.Stream.of(SHORT.getOrDefault(text.value().toLowerCase(Locale.ROOT), text.value()));
                default -> java.util.stream.Stream.empty();
            }).toList();
        return promised.size() == 1 ? Optional.of(promised.get(0)) : Optional.empty();
    }

    private static Optional<String> created(Expression.Invoke invoke) {
        return invoke.isStatic() && invoke.target() instanceof Expression.TypeLiteral type && invoke.member().constantText().filter("new"::equalsIgnoreCase).isPresent()
            ? Optional.of(name(type.type())) : Optional.empty();
    }

    private Optional<String> unary(Expression.Unary unary, int depth) {
        return switch (unary.operator()) {
            case "!", "-not" -> Optional.of("bool");
            case "-join" -> Optional.of("string");
            case "-split", "-isplit", "-csplit" -> Optional.of("string[]");
            case "," -> Optional.of("object[]");
            case "-", "+", "++", "--" -> of(unary.operand(), depth + 1).filter(type -> List.of("int", "long", "double", "decimal").contains(type));
            default -> Optional.empty();
        };
    }

    private Optional<String> binary(Expression.Binary binary, int depth) {
        String operator = binary.operator().startsWith("-") ? binary.operator().substring(1) : binary.operator();
        if (operator.equals("and") || operator.equals("or") || operator.equals("xor") || operator.equals("is") || operator.equals("isnot")) {
            return Optional.of("bool");
        }
        String plain = operator.length() > 2 && (operator.charAt(0) == 'c' || operator.charAt(0) == 'i') && COMPARISONS.contains(operator.substring(1))
            ? operator.substring(1) : operator;
        if (COMPARISONS.contains(plain)) {
            // over a list, a comparison gives those that match
            boolean of1 = plain.contains("contains") || plain.equals("in") || plain.equals("notin");
            return of1 || of(binary.left(), depth + 1).filter(type -> !type.endsWith("]") && !type.equals("object")).isPresent() ? Optional.of("bool") : Optional.empty();
        }
        return switch (operator) {
            case "f", "join" -> Optional.of("string");
            case "split", "isplit", "csplit" -> Optional.of("string[]");
            case "replace", "ireplace", "creplace" -> of(binary.left(), depth + 1).filter("string"::equals);
            case "+" -> of(binary.left(), depth + 1).filter(type -> type.equals("string") || type.endsWith("]") || same(binary, type, depth));
            case "-", "*" -> of(binary.left(), depth + 1).filter(type -> type.equals("string") && operator.equals("*") || same(binary, type, depth));
            case ".." -> Optional.of("int[]");
            case "as" -> binary.right() instanceof Expression.TypeLiteral type ? Optional.of(name(type.type())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean same(Expression.Binary binary, String type, int depth) {
        return List.of("int", "long", "double", "decimal").contains(type) && of(binary.right(), depth + 1).filter(type::equals).isPresent();
    }
}
