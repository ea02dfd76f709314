package org.poshremote.language.rules.internal.target;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.features.Span;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.internal.Lines;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.CommandElement.CommandParameter;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/** Where a script uses what the language has not always had. */
final class SyntaxFeatures {
    private static final Pattern WITH_SUFFIX = Pattern.compile("(?i)[+-]?(?:0x[0-9a-f]+?|[0-9.]+(?:e[+-]?[0-9]+)?)(?:us|ul|uy|u|s|y)(?:[kmgtp]b)?");
    private static final Pattern NEWER_ESCAPE = Pattern.compile("(?<!`)(?:``)*`(?:e|u\\{)");
    private static final Set<String> PLATFORM = Set.of("iswindows", "islinux", "ismacos", "iscoreclr");

    private final Inspection on;
    private final BiConsumer<SyntaxFeature, Span> found;

    private SyntaxFeatures(Inspection on, BiConsumer<SyntaxFeature, Span> found) {
        this.on = on;
        this.found = found;
    }

    /** Tells every use while the script is walked. */
    static void each(Inspection on, BiConsumer<SyntaxFeature, Span> found) {
        SyntaxFeatures features = new SyntaxFeatures(on, found);
        features.expressions();
        features.statements();
        features.commands();
        features.requirements();
    }

    private void tell(SyntaxFeature feature, Node node) {
        found.accept(feature, new Span(node.start(), node.end()));
    }

    private void expressions() {
        on.each(Expression.Binary.class, this::binary);
        on.each(Expression.Ternary.class, node -> tell(SyntaxFeature.TERNARY, node));
        on.each(Expression.Variable.class, this::variable);
        on.each(Expression.Convert.class, convert -> {
            if (convert.operand() instanceof Expression.Hashtable && convert.constraint().type().name().equalsIgnoreCase("ordered")) {
                tell(SyntaxFeature.ORDERED, convert.constraint());
            } else if (convert.operand() instanceof Expression.Hashtable && convert.constraint().type().name().equalsIgnoreCase("pscustomobject")) {
                tell(SyntaxFeature.CUSTOM_OBJECT, convert.constraint());
            }
        });
        on.each(Expression.MemberAccess.class, access -> {
            if (access.nullConditional()) {
                tell(SyntaxFeature.NULL_CONDITIONAL, access);
            }
        });
        on.each(Expression.Index.class, index -> {
            if (index.nullConditional()) {
                tell(SyntaxFeature.NULL_CONDITIONAL, index);
            }
        });
        on.each(Expression.Invoke.class, this::invoke);
        on.each(Expression.Constant.class, this::number);
        on.each(Expression.StringConstant.class, text -> {
            if (text.quotes() == Expression.Quotes.DOUBLE || text.quotes() == Expression.Quotes.DOUBLE_HERE) {
                escapes(text);
            }
        });
        on.each(Expression.ExpandableString.class, this::escapes);
    }

    private void binary(Expression.Binary binary) {
        switch (binary.operator()) {
            case "-in", "-notin", "-iin", "-cin", "-inotin", "-cnotin" -> tell(SyntaxFeature.IN_OPERATOR, binary);
            case "-shl", "-shr" -> tell(SyntaxFeature.SHIFT_OPERATOR, binary);
            case "??" -> tell(SyntaxFeature.NULL_COALESCING, binary);
            case "-replace", "-ireplace", "-creplace" -> {
                if (second(binary.right()) instanceof Expression.ScriptBlockLiteral block) {
                    tell(SyntaxFeature.REPLACING_BLOCK, block);
                }
            }
            case "-split", "-isplit", "-csplit" -> {
                if (second(binary.right()) instanceof Expression.Unary count && count.operator().equals("-")) {
                    tell(SyntaxFeature.SPLIT_FROM_END, count);
                }
            }
            case ".." -> {
                if (binary.left() instanceof Expression.StringConstant) {
                    tell(SyntaxFeature.CHARACTER_RANGE, binary);
                }
            }
            default -> { }
        }
    }

    /** Of a list; the value itself where it is none. */
    private static Expression second(Expression operand) {
        return operand instanceof Expression.ArrayLiteral list && list.elements().size() > 1 ? list.elements().get(1) : operand;
    }

    private void variable(Expression.Variable variable) {
        String name = variable.path().toLowerCase(Locale.ROOT);
        if (name.startsWith("using:")) {
            tell(SyntaxFeature.USING_VARIABLE, variable);
        } else if (name.equals("psitem")) {
            tell(SyntaxFeature.PS_ITEM, variable);
        } else if ((name.equals("psscriptroot") && !on.file().isModule() || name.equals("pscommandpath"))) {
            tell(SyntaxFeature.SCRIPT_ROOT, variable);
        } else if (name.equals("psdefaultparametervalues")) {
            tell(SyntaxFeature.DEFAULT_PARAMETER_VALUES, variable);
        } else if (name.equals("psedition")) {
            tell(SyntaxFeature.EDITION_VARIABLE, variable);
        } else if (PLATFORM.contains(name)) {
            tell(SyntaxFeature.PLATFORM_VARIABLE, variable);
        }
    }

    private void invoke(Expression.Invoke call) {
        Optional<String> name = call.member().constantText();
        if (call.nullConditional()) {
            tell(SyntaxFeature.NULL_CONDITIONAL, call);
        }
        if (!call.typeArguments().isEmpty()) {
            tell(SyntaxFeature.GENERIC_METHOD, call);
        }
        if (call.member() instanceof Expression.Variable) {
            tell(SyntaxFeature.DYNAMIC_METHOD, call);
        }
        if (call.isStatic() && name.filter("new"::equalsIgnoreCase).isPresent()) {
            tell(SyntaxFeature.STATIC_NEW, call);
        }
        boolean block = !call.arguments().isEmpty() && call.arguments().get(0) instanceof Expression.ScriptBlockLiteral;
        if (!call.isStatic() && block && name.filter(method -> method.equalsIgnoreCase("where") || method.equalsIgnoreCase("foreach")).isPresent()) {
            tell(SyntaxFeature.COLLECTION_METHOD, call);
        }
    }

    private void number(Expression.Constant number) {
        String source = on.text().substring(number.start(), number.end());
        if (source.length() < 2) {
            return;
        }
        char last = Character.toLowerCase(source.charAt(source.length() - 1));
        boolean hex = source.toLowerCase(Locale.ROOT).contains("0x");
        if (source.toLowerCase(Locale.ROOT).contains("0b") && !hex && source.length() > 2 && source.matches("(?i)[+-]?0b[01].*") || last == 'n') {
            tell(SyntaxFeature.BINARY_NUMBER, number);
        } else if (!hex && WITH_SUFFIX.matcher(source).matches()) {
            tell(SyntaxFeature.NUMBER_SUFFIX, number);
        }
    }

    private void escapes(Expression text) {
        String source = on.text().substring(text.start(), text.end());
        if (source.indexOf('`') >= 0 && NEWER_ESCAPE.matcher(source).find()) {
            tell(SyntaxFeature.ESCAPE, text);
        }
    }

    private void statements() {
        on.each(Statement.PipelineChain.class, node -> tell(SyntaxFeature.PIPELINE_CHAIN, node));
        on.each(Statement.Assignment.class, assignment -> {
            if (assignment.operator().equals("??=")) {
                tell(SyntaxFeature.NULL_COALESCING, assignment);
            }
        });
        on.each(Statement.Pipeline.class, this::pipeline);
        on.each(Statement.Configuration.class, node -> found.accept(SyntaxFeature.CONFIGURATION, new Span(node.start(), node.name().end())));
        on.each(Statement.TypeDefinition.class, type -> {
            found.accept(SyntaxFeature.CLASS, new Span(type.nameStart(), type.nameEnd()));
            if (type.keyword().equals("enum") && !type.baseTypes().isEmpty()) {
                tell(SyntaxFeature.ENUM_TYPE, type.baseTypes().get(0));
            }
        });
        on.each(Statement.Using.class, node -> tell(SyntaxFeature.USING_STATEMENT, node));
        on.each(Statement.Function.class, function -> {
            if (function.keyword().equalsIgnoreCase("workflow")) {
                found.accept(SyntaxFeature.WORKFLOW, new Span(function.start(), function.nameEnd()));
            }
        });
        on.each(NamedBlock.class, block -> {
            if (block.kind() == NamedBlock.Kind.CLEAN) {
                found.accept(SyntaxFeature.CLEAN_BLOCK, new Span(block.start(), block.start() + "clean".length()));
            }
        });
        on.each(Redirection.ToFile.class, this::redirection);
        on.each(Redirection.Merging.class, this::redirection);
        on.each(AttributeNode.Attribute.class, attribute -> attribute.named().stream().filter(argument -> argument.value().isEmpty())
            .forEach(argument -> found.accept(SyntaxFeature.VALUELESS_ATTRIBUTE_ARGUMENT, new Span(argument.start(), argument.end()))));
    }

    private void redirection(Redirection redirection) {
        if (redirection.from() == 6) {
            tell(SyntaxFeature.INFORMATION_STREAM, redirection);
        } else if (redirection.from() == 0 || redirection.from() > 2) {
            tell(SyntaxFeature.REDIRECTED_STREAM, redirection);
        }
    }

    private void pipeline(Statement.Pipeline pipeline) {
        if (pipeline.background()) {
            found.accept(SyntaxFeature.BACKGROUND, new Span(pipeline.start(), pipeline.end()));
        }
        for (int i = 1; i < pipeline.elements().size(); i++) {
            int bar = on.text().lastIndexOf('|', pipeline.elements().get(i).start() - 1);
            if (bar >= pipeline.elements().get(i - 1).end() && on.text().substring(Lines.start(on.text(), bar), bar).isBlank()) {
                found.accept(SyntaxFeature.LEADING_BAR, new Span(bar, bar + 1));
            }
        }
    }

    private void commands() {
        on.each(Command.class, command -> {
            for (int i = 1; i < command.elements().size(); i++) {
                switch (command.elements().get(i)) {
                    case Expression.StringConstant word when word.quotes() == Expression.Quotes.BARE && word.value().equals("--%") -> tell(SyntaxFeature.STOP_PARSING, word);
                    case CommandParameter parameter when parameter.name().equalsIgnoreCase("InformationAction") || parameter.name().equalsIgnoreCase("InformationVariable") ->
                        tell(SyntaxFeature.INFORMATION_PARAMETER, parameter);
                    case CommandParameter parameter when parameter.name().equalsIgnoreCase("Encoding") ->
                        Commands.valueOf(command, parameter).ifPresent(this::encoding);
                    default -> { }
                }
            }
        });
        on.eachCommand(List.of("Where-Object", "where", "?"), this::simplified);
        on.eachCommand(List.of("ForEach-Object", "foreach", "%"), command -> {
            if (Commands.hasParameter(command, "Parallel", "par")) {
                Commands.parameter(command, "Parallel", "par").ifPresent(parameter -> tell(SyntaxFeature.PARALLEL, parameter));
            } else {
                simplified(command);
            }
        });
    }

    private void encoding(Expression value) {
        String name = value.constantText().orElse("").toLowerCase(Locale.ROOT);
        if (name.equals("utf8nobom") || name.equals("utf8bom")) {
            tell(SyntaxFeature.NEW_ENCODING_NAME, value);
        } else if (name.equals("ansi")) {
            tell(SyntaxFeature.ANSI_ENCODING_NAME, value);
        }
    }

    private void simplified(PipelineElement.Command command) {
        if (command.elements().size() > 1 && command.elements().get(1) instanceof Expression.StringConstant word) {
            tell(SyntaxFeature.SIMPLE_WHERE, word);
        }
    }

    private void requirements() {
        for (Script.Comment comment : on.script().comments()) {
            if (on.text().regionMatches(true, comment.start(), "#requires", 0, "#requires".length())) {
                String line = on.text().substring(comment.start(), Math.min(comment.end(), comment.start() + 1000)).toLowerCase(Locale.ROOT);
                Span span = new Span(comment.start(), comment.end());
                if (line.contains("-module")) {
                    found.accept(SyntaxFeature.REQUIRES_MODULES, span);
                }
                if (line.contains("-psedition")) {
                    found.accept(SyntaxFeature.REQUIRES_EDITION, span);
                }
            }
        }
    }
}
