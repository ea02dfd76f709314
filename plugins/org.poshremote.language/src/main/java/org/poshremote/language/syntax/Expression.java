package org.poshremote.language.syntax;

import java.util.List;
import java.util.Optional;

/** What has a value. */
public sealed interface Expression extends CommandElement {
    /** A number: Integer, Long, BigInteger, Double, BigDecimal (decimal), Short, Byte (unsigned ones as the next larger type). */
    record Constant(int start, int end, Object value) implements Expression {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    enum Quotes {
        BARE, SINGLE, DOUBLE, SINGLE_HERE, DOUBLE_HERE
    }

    /** @param value with escapes undone */
    record StringConstant(int start, int end, String value, Quotes quotes) implements Expression {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /**
     * A string with variables or subexpressions in it.
     *
     * @param parts {@link StringConstant}s for the text between, with escapes undone, and the expressions, in order
     */
    record ExpandableString(int start, int end, List<Expression> parts, Quotes quotes) implements Expression {
        public ExpandableString {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Node> children() {
            return List.copyOf(parts);
        }
    }

    /**
     * {@code $name}, {@code ${name}}, {@code $scope:name}, {@code @name}.
     *
     * @param path    with scope or drive, without sigil and braces, escapes undone
     * @param splatted written with {@code @}
     */
    record Variable(int start, int end, String path, boolean splatted) implements Expression {
        /** The part before the first colon in lower case; empty where there is none. */
        public String qualifier() {
            int colon = path.indexOf(':');
            return colon > 0 ? path.substring(0, colon).toLowerCase(java.util.Locale.ROOT) : "";
        }

        /** Without the qualifier. */
        public String name() {
            int colon = path.indexOf(':');
            return colon > 0 ? path.substring(colon + 1) : path;
        }

        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /** {@code [int]} as a value. */
    record TypeLiteral(int start, int end, TypeName type) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(type);
        }
    }

    /** {@code [int] $x}: a cast, or a typed variable on the left of an assignment. */
    record Convert(int start, int end, AttributeNode.TypeConstraint constraint, Expression operand) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(constraint, operand);
        }
    }

    /** {@code [ValidateRange(1, 5)] $x}. */
    record Attributed(int start, int end, AttributeNode attribute, Expression operand) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(attribute, operand);
        }
    }

    /** @param operator lower case as written: "+", "-eq", "-creplace", "..", "??" */
    record Binary(int start, int end, Expression left, String operator, int operatorStart, Expression right) implements Expression {
        @Override
        public List<Node> children() {
            return Chains.children(this);
        }
    }

    /** @param operator lower case: "-", "+", "!", "-not", "-bnot", "++", "--", ",", "-join", "-split", "-isplit", "-csplit" */
    record Unary(int start, int end, String operator, boolean postfix, Expression operand) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }
    }

    record Ternary(int start, int end, Expression condition, Expression ifTrue, Expression ifFalse) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(condition, ifTrue, ifFalse);
        }
    }

    /** {@code target.name}, {@code target::name}, {@code target?.name}. */
    record MemberAccess(int start, int end, Expression target, Expression member, boolean isStatic, boolean nullConditional) implements Expression {
        @Override
        public List<Node> children() {
            return Chains.children(this);
        }
    }

    /** {@code target.name(arguments)}. */
    record Invoke(int start, int end, Expression target, Expression member, boolean isStatic, boolean nullConditional, List<TypeName> typeArguments,
            List<Expression> arguments) implements Expression {
        public Invoke {
            typeArguments = List.copyOf(typeArguments);
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Node> children() {
            return Chains.children(this);
        }
    }

    record Index(int start, int end, Expression target, Expression index, boolean nullConditional) implements Expression {
        @Override
        public List<Node> children() {
            return Chains.children(this);
        }
    }

    /** {@code a, b}. */
    record ArrayLiteral(int start, int end, List<Expression> elements) implements Expression {
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }

        @Override
        public List<Node> children() {
            return List.copyOf(elements);
        }
    }

    /** {@code @( )}. */
    record ArrayExpression(int start, int end, StatementBlock statements) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(statements);
        }
    }

    /** {@code $( )}. */
    record SubExpression(int start, int end, StatementBlock statements) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(statements);
        }
    }

    /** {@code ( )}. */
    record Paren(int start, int end, Statement pipeline) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(pipeline);
        }
    }

    record Hashtable(int start, int end, List<Clause.Entry> entries) implements Expression {
        public Hashtable {
            entries = List.copyOf(entries);
        }

        @Override
        public List<Node> children() {
            return List.copyOf(entries);
        }
    }

    /** {@code { }} as a value. */
    record ScriptBlockLiteral(int start, int end, ScriptBlock scriptBlock) implements Expression {
        @Override
        public List<Node> children() {
            return List.of(scriptBlock);
        }
    }

    /** What could not be read; holds what could. */
    record Error(int start, int end, List<Node> parts) implements Expression {
        public Error {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Node> children() {
            return parts;
        }
    }

    /** The text of a plain word or quoted constant; empty for anything else. */
    default Optional<String> constantText() {
        return this instanceof StringConstant text ? Optional.of(text.value()) : Optional.empty();
    }
}
