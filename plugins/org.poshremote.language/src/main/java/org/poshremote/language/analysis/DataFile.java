package org.poshremote.language.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;

/**
 * A {@code .psd1} as data: a hashtable of constants, arrays and hashtables. Nothing is run; what is not a constant is left out.
 * Values are String, Boolean, Number, List and Map with keys in lower case.
 */
public final class DataFile {
    private DataFile() {
    }

    /** Empty where the text is no hashtable. */
    public static Optional<Map<String, Object>> read(Script script) {
        return table(script).map(DataFile::map);
    }

    /** The hashtable that is the whole of the file. */
    public static Optional<Expression.Hashtable> table(Script script) {
        List<Statement> statements = script.root().blocks().stream().flatMap(block -> block.statements().stream()).toList();
        return statements.size() == 1 && statements.get(0) instanceof Statement.Pipeline pipeline
            && pipeline.expression().orElse(null) instanceof Expression.Hashtable table ? Optional.of(table) : Optional.empty();
    }

    /** The entry of that name. */
    public static Optional<Clause.Entry> entry(Expression.Hashtable table, String name) {
        return table.entries().stream().filter(entry -> entry.key().constantText().filter(name::equalsIgnoreCase).isPresent()).findFirst();
    }

    /** What an expression is, where it is constant. */
    public static Optional<Object> value(Expression expression) {
        return switch (expression) {
            case Expression.StringConstant text -> Optional.of(text.value());
            case Expression.Constant number -> Optional.of(number.value());
            case Expression.Variable variable -> switch (variable.path().toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
            case Expression.ArrayLiteral array -> Optional.of(array.elements().stream().map(DataFile::value).flatMap(Optional::stream).toList());
            case Expression.ArrayExpression array -> Optional.of(list(array.statements().statements()));
            case Expression.Paren paren -> value(paren.pipeline());
            case Expression.Hashtable table -> Optional.of(map(table));
            case Expression.Convert convert -> value(convert.operand());
            default -> Optional.empty();
        };
    }

    /** The same of a statement that is nothing but an expression. */
    public static Optional<Object> value(Statement statement) {
        return statement instanceof Statement.Pipeline pipeline ? pipeline.expression().flatMap(DataFile::value) : Optional.empty();
    }

    private static List<Object> list(List<Statement> statements) {
        List<Object> values = new ArrayList<>();
        for (Statement statement : statements) {
            value(statement).ifPresent(value -> {
                if (value instanceof List<?> several) {
                    values.addAll(several);
                } else {
                    values.add(value);
                }
            });
        }
        return List.copyOf(values);
    }

    private static Map<String, Object> map(Expression.Hashtable table) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Clause.Entry entry : table.entries()) {
            value(entry.key()).ifPresent(key -> value(entry.value()).ifPresent(value -> values.put(key.toString().toLowerCase(Locale.ROOT), value)));
        }
        return values;
    }

    /** A value that may stand alone or in a list, as strings. */
    public static List<String> strings(Object value) {
        return value instanceof List<?> several ? several.stream().map(Object::toString).toList() : List.of(value.toString());
    }
}
