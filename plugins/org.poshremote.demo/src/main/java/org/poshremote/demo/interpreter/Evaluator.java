package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** Works out expressions, and assigns. */
final class Evaluator {
    private final Session session;
    private final Interpreter interpreter;

    Evaluator(Session session, Interpreter interpreter) {
        this.session = session;
        this.interpreter = interpreter;
    }

    Object value(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.value() instanceof Byte || constant.value() instanceof Short ? ((Number) constant.value()).intValue() : constant.value();
            case Expression.StringConstant text -> text.value();
            case Expression.ExpandableString text -> expand(text);
            case Expression.Variable variable -> variable(variable);
            case Expression.TypeLiteral type -> TypeValue.resolve(type.type(), session.namespaces);
            case Expression.Convert convert -> convert(convert);
            case Expression.Attributed attributed -> value(attributed.operand());
            case Expression.Binary binary -> binary(binary);
            case Expression.Unary unary -> unary(unary);
            case Expression.Ternary ternary -> value(Values.truth(value(ternary.condition())) ? ternary.ifTrue() : ternary.ifFalse());
            case Expression.MemberAccess member -> member(member);
            case Expression.Invoke invoke -> invoke(invoke);
            case Expression.Index index -> index(value(index.target()), value(index.index()));
            case Expression.ArrayLiteral literal -> literal.elements().stream().map(this::value).collect(Collectors.toCollection(ArrayList::new));
            case Expression.ArrayExpression array -> collected(array.statements());
            case Expression.SubExpression sub -> Values.collapsed(collected(sub.statements()));
            case Expression.Paren paren -> paren(paren);
            case Expression.Hashtable table -> hashtable(table);
            case Expression.ScriptBlockLiteral block -> new ScriptBlockValue(interpreter.script(), block.scriptBlock());
            case Expression.Error error -> throw PsError.runtime("The expression could not be read.", "ParserError", "ParserError", "ParseException");
        };
    }

    /** A command's argument: a bare word is itself. */
    Object argument(Expression expression) {
        return value(expression);
    }

    private List<Object> collected(org.poshremote.language.syntax.StatementBlock block) {
        List<Object> output = new ArrayList<>();
        interpreter.block(block, Sink.into(output));
        session.reserve(output.size());
        return output;
    }

    private Object paren(Expression.Paren paren) {
        if (paren.pipeline() instanceof Statement.Assignment assignment) {
            assign(assignment);
            return value(assignment.left());
        }
        return interpreter.value(paren.pipeline());
    }

    private String expand(Expression.ExpandableString text) {
        StringBuilder expanded = new StringBuilder();
        for (Expression part : text.parts()) {
            Object value = value(part);
            expanded.append(Values.enumerable(value) ? Values.list(value).stream().map(Values::text).collect(Collectors.joining(session.preference("OFS"))) : Values.text(value));
            Values.bounded(expanded);
        }
        return expanded.toString();
    }

    private Object hashtable(Expression.Hashtable literal) {
        PsHashtable table = new PsHashtable();
        for (Clause.Entry entry : literal.entries()) {
            Object key = value(entry.key());
            if (table.has(key)) {
                throw PsError.runtime("Item has already been added. Key in dictionary: '" + Values.text(key) + "'", "DuplicateKeyInHashLiteral", "InvalidOperation", "RuntimeException");
            }
            table.put(key, interpreter.value(entry.value()));
        }
        return table;
    }

    // ---- variables

    private Object variable(Expression.Variable variable) {
        String name = variable.name();
        switch (variable.qualifier()) {
            case "env":
                return session.environment.get(name);
            case "global":
                return session.global.get(name);
            case "script":
                return session.scope.script().get(name);
            case "function":
                FunctionValue function = session.scope.function(name);
                return function == null ? null : function.body();
            case "variable", "local", "private", "":
                break;
            case "using":
                throw PsError.notSupported("$using:");
            default:
                throw new PsError(new ErrorRecord("Cannot find drive. A drive with the name '" + variable.qualifier() + "' does not exist.", "DriveNotFound", "ObjectNotFound",
                    variable.qualifier() + ":String", "", "DriveNotFoundException", ""), false, null);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            case "?" -> session.success;
            case "error" -> session.errors;
            case "pwd" -> PsObject.of("System.Management.Automation.PathInfo", "Path", session.folder, "ToString()", session.folder);
            case "psitem" -> session.scope.get("_");
            case "psscriptroot", "pscommandpath" -> "";
            case "host" -> session.cmdlets.hostObject();
            case "psculture", "psuiculture" -> session.machine.culture();
            case "iswindows" -> session.machine.powerShellMajor() >= 6 ? true : null;
            default -> session.scope.get(name);
        };
    }

    void assign(Statement.Assignment assignment) {
        String operator = assignment.operator();
        if (operator.equals("=")) {
            Object right = interpreter.value(assignment.right());
            store(assignment.left(), right);
            return;
        }
        Object before = value(withoutType(assignment.left()));
        if (operator.equals("??=")) {
            if (before == null) {
                store(assignment.left(), interpreter.value(assignment.right()));
            }
            return;
        }
        store(assignment.left(), session.operators.apply(operator.substring(0, operator.length() - 1), before, interpreter.value(assignment.right())));
    }

    private static Expression withoutType(Expression left) {
        return switch (left) {
            case Expression.Convert convert -> withoutType(convert.operand());
            case Expression.Attributed attributed -> withoutType(attributed.operand());
            default -> left;
        };
    }

    void store(Expression left, Object value) {
        switch (left) {
            case Expression.Variable variable -> setVariable(variable, value);
            case Expression.Convert convert -> store(convert.operand(), Conversions.to(TypeValue.resolve(convert.constraint().type(), session.namespaces), value, session));
            case Expression.Attributed attributed -> store(attributed.operand(), value);
            case Expression.MemberAccess member -> setMember(value(member.target()), memberName(member.member()), value);
            case Expression.Index index -> setIndex(value(index.target()), value(index.index()), value);
            case Expression.ArrayLiteral list -> {
                List<Object> values = Values.list(value);
                for (int i = 0; i < list.elements().size(); i++) {
                    boolean last = i == list.elements().size() - 1;
                    Object part = last && values.size() > i + 1 ? new ArrayList<>(values.subList(i, values.size())) : i < values.size() ? values.get(i) : null;
                    store(list.elements().get(i), part);
                }
            }
            case Expression.Paren paren when paren.pipeline() instanceof Statement.Pipeline p && p.expression().isPresent() -> store(p.expression().get(), value);
            default -> throw PsError.runtime("The assignment expression is not valid.", "InvalidLeftHandSide");
        }
    }

    private void setVariable(Expression.Variable variable, Object value) {
        String name = variable.name();
        switch (variable.qualifier()) {
            case "env" -> {
                if (value == null || Values.text(value).isEmpty()) {
                    session.environment.remove(name);
                } else {
                    session.environment.put(name, Values.text(value));
                }
            }
            case "global" -> session.global.set(name, value);
            case "script" -> session.scope.script().set(name, value);
            case "function" -> {
                if (value instanceof ScriptBlockValue body) {
                    session.scope.define(new FunctionValue(name, false, body.block().param().map(p -> p.parameters()).orElse(List.of()), body));
                }
            }
            default -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (lower.equals("true") || lower.equals("false") || lower.equals("null") || lower.equals("?") || lower.equals("error") || lower.equals("host") || lower.equals("pid")) {
                    if (!lower.equals("null")) {
                        throw new PsError(new ErrorRecord("Cannot overwrite variable " + name + " because it is read-only or constant.", "VariableNotWritable", "WriteError",
                            name + ":String", "", "SessionStateUnauthorizedAccessException", ""), false, null);
                    }
                    return;
                }
                session.scope.set(name, value);
            }
        }
    }

    // ---- operators

    private Object convert(Expression.Convert convert) {
        AttributeNode.TypeConstraint constraint = convert.constraint();
        String name = constraint.type().name();
        if (name.equalsIgnoreCase("pscustomobject") && convert.operand() instanceof Expression.Hashtable table) {
            return Conversions.object((PsHashtable) hashtable(table));
        }
        if (name.equalsIgnoreCase("ref")) {
            throw PsError.notSupported("[ref]");
        }
        return Conversions.to(TypeValue.resolve(constraint.type(), session.namespaces), value(convert.operand()), session);
    }

    private Object binary(Expression.Binary binary) {
        Object left = value(binary.left());
        return switch (binary.operator()) {
            case "-and" -> Values.truth(left) && Values.truth(value(binary.right()));
            case "-or" -> Values.truth(left) || Values.truth(value(binary.right()));
            case "??" -> left != null ? left : value(binary.right());
            default -> session.operators.apply(binary.operator(), left, value(binary.right()));
        };
    }

    private Object unary(Expression.Unary unary) {
        switch (unary.operator()) {
            case "++", "--":
                Object before = value(unary.operand());
                Object after = session.operators.apply(unary.operator().substring(1), before == null ? 0 : before, 1);
                store(unary.operand(), after);
                return unary.postfix() ? before == null ? 0 : before : after;
            default:
                break;
        }
        Object operand = value(unary.operand());
        return switch (unary.operator()) {
            case "!", "-not" -> !Values.truth(operand);
            case "-" -> session.operators.apply("-", 0, operand);
            case "+" -> Values.number(operand);
            case "," -> {
                List<Object> one = new ArrayList<>();
                one.add(operand);
                yield one;
            }
            case "-bnot" -> operand instanceof Long number ? (Object) ~number : (Object) ~Values.integer(operand);
            default -> Operators.unary(unary.operator(), operand);
        };
    }

    // ---- members and elements

    private String memberName(Expression member) {
        return Values.text(value(member));
    }

    private Object member(Expression.MemberAccess access) {
        Object target = value(access.target());
        if (target == null && access.nullConditional()) {
            return null;
        }
        String name = memberName(access.member());
        return access.isStatic() ? DotNetStatics.staticMember(type(target), name, session) : property(target, name);
    }

    private static TypeValue type(Object target) {
        if (target instanceof TypeValue type) {
            return type;
        }
        throw PsError.notSupported("static members of a value");
    }

    Object property(Object target, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (target) {
            case null -> null;
            case PsObject object -> object.has(name) || !lower.equals("psobject") ? object.get(name) : PsObject.of("PSMemberSet", "Properties",
                object.properties().entrySet().stream().map(p -> (Object) PsObject.of("PSNoteProperty", "Name", p.getKey(), "Value", p.getValue())).toList());
            case PsHashtable table -> table.has(name) ? table.get(name) : switch (lower) {
                case "count", "length" -> table.entries().size();
                case "keys" -> new ArrayList<>(table.entries().keySet());
                case "values" -> new ArrayList<>(table.entries().values());
                default -> null;
            };
            case String text when lower.equals("length") -> text.length();
            case String text when lower.equals("count") -> 1;
            case byte[] bytes when lower.equals("length") || lower.equals("count") -> bytes.length;
            case List<?> list -> switch (lower) {
                case "count", "length", "longlength" -> list.size();
                case "rank" -> 1;
                default -> Values.collapsed(list.stream().map(element -> property(element, name)).filter(java.util.Objects::nonNull).collect(Collectors.toCollection(ArrayList::new)));
            };
            case ErrorRecord error -> ValueMembers.errorMember(error, lower);
            case java.time.LocalDateTime date -> ValueMembers.dateMember(date, lower);
            case DotNetObject object -> {
                Object value = object.property(lower);
                yield value == DotNetObject.NONE ? null : value;
            }
            case TypeValue type -> switch (lower) {
                case "name" -> type.shortName();
                case "fullname" -> type.name();
                default -> null;
            };
            default -> lower.equals("count") || lower.equals("length") ? 1 : null;
        };
    }

    private void setMember(Object target, String name, Object value) {
        switch (target) {
            case PsObject object when object.has(name) -> object.set(name, value);
            case PsHashtable table -> table.put(name, value);
            case DotNetObject object when object.call("set_" + name.toLowerCase(Locale.ROOT), List.of(value == null ? "" : value)) != DotNetObject.NONE -> { }
            case null -> throw PsError.runtime("The property '" + name + "' cannot be found on this object. Verify that the property exists and can be set.", "PropertyNotFound");
            case TypeValue type when DotNetStatics.setStaticMember(type, name, value, session) -> { }
            case TypeValue type -> throw PsError.notSupported("setting [" + type.name() + "]::" + name);
            default -> throw PsError.runtime("The property '" + name + "' cannot be found on this object. Verify that the property exists and can be set.", "PropertyNotFound");
        }
    }

    private Object invoke(Expression.Invoke invoke) {
        Object target = value(invoke.target());
        if (target == null && invoke.nullConditional()) {
            return null;
        }
        String name = memberName(invoke.member());
        List<Object> arguments = invoke.arguments().stream().map(this::value).collect(Collectors.toCollection(ArrayList::new));
        if (invoke.isStatic()) {
            return DotNetStatics.staticCall(type(target), name, arguments, session);
        }
        if (target == null) {
            throw PsError.runtime("You cannot call a method on a null-valued expression.", "InvokeMethodOnNull");
        }
        return ValueMembers.call(target, name, arguments, session);
    }

    private Object index(Object target, Object index) {
        return switch (target) {
            case null -> throw PsError.runtime("Cannot index into a null array.", "NullArray");
            case PsHashtable table -> {
                if (Values.enumerable(index)) {
                    yield Values.list(index).stream().map(table::get).collect(Collectors.toCollection(ArrayList::new));
                }
                yield index == null ? null : table.has(index) || !(index instanceof Integer number) || number < 0 || number >= table.entries().size() ? table.get(index) : null;
            }
            case String text -> element(Values.list((Object) text.chars().mapToObj(c -> (Object) (char) c).toList()), index);
            case List<?> list -> element(list, index);
            case byte[] bytes -> Values.enumerable(index) ? element(Values.list(bytes), index) : byteAt(bytes, Values.integer(index));
            case PsObject object -> object.get(Values.text(index));
            default -> throw PsError.runtime("Unable to index into an object of type " + TypeValue.nameOf(target) + ".", "CannotIndex");
        };
    }

    private static Object byteAt(byte[] bytes, int index) {
        int at = index < 0 ? bytes.length + index : index;
        return at < 0 || at >= bytes.length ? null : (Object) (bytes[at] & 0xFF);
    }

    private static Object element(List<?> list, Object index) {
        if (Values.enumerable(index)) {
            return Values.list(index).stream().map(i -> element(list, i)).collect(Collectors.toCollection(ArrayList::new));
        }
        int at = Values.integer(index);
        at = at < 0 ? list.size() + at : at;
        return at < 0 || at >= list.size() ? null : list.get(at);
    }

    @SuppressWarnings("unchecked")
    private static void setIndex(Object target, Object index, Object value) {
        switch (target) {
            case PsHashtable table -> table.put(index, value);
            case byte[] bytes -> bytes[inside(Values.integer(index), bytes.length)] = (byte) Values.integer(value);
            case List<?> list -> ((List<Object>) list).set(inside(Values.integer(index), list.size()), value);
            case null -> throw PsError.runtime("Cannot index into a null array.", "NullArray");
            default -> throw PsError.runtime("Unable to index into an object of type " + TypeValue.nameOf(target) + ".", "CannotIndex");
        }
    }

    private static int inside(int index, int size) {
        int at = index < 0 ? size + index : index;
        if (at < 0 || at >= size) {
            throw PsError.runtime("Index was outside the bounds of the array.", "System.IndexOutOfRangeException", "OperationStopped", "IndexOutOfRangeException");
        }
        return at;
    }
}
