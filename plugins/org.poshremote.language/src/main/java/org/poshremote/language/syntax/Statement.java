package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a script is a list of. */
public sealed interface Statement extends Node {
    private static List<Node> nodes(Object... parts) {
        List<Node> all = new ArrayList<>();
        for (Object part : parts) {
            switch (part) {
                case Node node -> all.add(node);
                case Optional<?> optional -> optional.ifPresent(node -> all.add((Node) node));
                case List<?> list -> list.forEach(node -> all.add((Node) node));
                default -> throw new IllegalArgumentException();
            }
        }
        return all;
    }

    /** @param kind "namespace", "module", "assembly", "command", "type" */
    record Using(int start, int end, String kind, Optional<Expression> name, Optional<Expression> alias) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(name, alias);
        }
    }

    /** Elements joined by bars. */
    record Pipeline(int start, int end, List<PipelineElement> elements, boolean background) implements Statement {
        public Pipeline {
            elements = List.copyOf(elements);
        }

        /** The expression, where the pipeline is nothing else. */
        public Optional<Expression> expression() {
            return elements.size() == 1 && elements.get(0) instanceof PipelineElement.CommandExpression only && only.redirections().isEmpty()
                ? Optional.of(only.expression()) : Optional.empty();
        }

        @Override
        public List<Node> children() {
            return List.copyOf(elements);
        }
    }

    /** {@code left && right}, {@code left || right}; left-associative. */
    record PipelineChain(int start, int end, Statement left, boolean and, Statement right, boolean background) implements Statement {
        @Override
        public List<Node> children() {
            return Chains.children(this);
        }
    }

    /** @param operator "=", "+=", "??=" and so on */
    record Assignment(int start, int end, Expression left, String operator, Statement right) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }
    }

    record If(int start, int end, List<Clause.IfBranch> branches, Optional<StatementBlock> otherwise) implements Statement {
        public If {
            branches = List.copyOf(branches);
        }

        @Override
        public List<Node> children() {
            return nodes(branches, otherwise);
        }
    }

    /** @param flags lower case, without dash: "regex", "wildcard", "exact", "casesensitive", "file", "parallel" */
    record Switch(int start, int end, String label, List<String> flags, Statement condition, List<Clause.SwitchCase> cases,
            Optional<StatementBlock> defaultCase) implements Statement {
        public Switch {
            flags = List.copyOf(flags);
            cases = List.copyOf(cases);
        }

        @Override
        public List<Node> children() {
            List<Node> all = nodes(condition, cases, defaultCase);
            all.sort((a, b) -> Integer.compare(a.start(), b.start()));
            return all;
        }
    }

    record While(int start, int end, String label, Statement condition, StatementBlock body) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(condition, body);
        }
    }

    /** @param until the condition ends the loop instead of going on with it */
    record Do(int start, int end, String label, StatementBlock body, boolean until, Statement condition) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(body, condition);
        }
    }

    record For(int start, int end, String label, Optional<Statement> initializer, Optional<Statement> condition, Optional<Statement> iterator,
            StatementBlock body) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(initializer, condition, iterator, body);
        }
    }

    /** @param throttle of {@code foreach -parallel -throttlelimit} in a workflow */
    record ForEach(int start, int end, String label, boolean parallel, Optional<Expression> throttle, Expression.Variable variable,
            Statement values, StatementBlock body) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(throttle, variable, values, body);
        }
    }

    record Try(int start, int end, StatementBlock body, List<Clause.Catch> catches, Optional<StatementBlock> finallyBlock) implements Statement {
        public Try {
            catches = List.copyOf(catches);
        }

        @Override
        public List<Node> children() {
            return nodes(body, catches, finallyBlock);
        }
    }

    record Trap(int start, int end, Optional<AttributeNode.TypeConstraint> type, StatementBlock body) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(type, body);
        }
    }

    /**
     * @param keyword    "function", "filter" or "workflow"
     * @param parameters those between parentheses after the name
     */
    record Function(int start, int end, String keyword, String name, int nameStart, int nameEnd, List<Parameter> parameters, ScriptBlock body) implements Statement {
        public Function {
            parameters = List.copyOf(parameters);
        }

        /** Wherever they are declared. */
        public List<Parameter> declaredParameters() {
            return parameters.isEmpty() ? body.param().map(ParamBlock::parameters).orElse(List.of()) : parameters;
        }

        @Override
        public List<Node> children() {
            return nodes(parameters, body);
        }
    }

    /** @param keyword "class", "interface" or "enum" */
    record TypeDefinition(int start, int end, String keyword, List<AttributeNode> attributes, String name, int nameStart, int nameEnd,
            List<AttributeNode.TypeConstraint> baseTypes, List<Member> members) implements Statement {
        public TypeDefinition {
            attributes = List.copyOf(attributes);
            baseTypes = List.copyOf(baseTypes);
            members = List.copyOf(members);
        }

        @Override
        public List<Node> children() {
            return nodes(attributes, baseTypes, members);
        }
    }

    record Configuration(int start, int end, Expression name, ScriptBlock body) implements Statement {
        @Override
        public List<Node> children() {
            return List.of(name, body);
        }
    }

    /** A node or resource of a configuration: keyword, instance name, and a hashtable or block. */
    record DynamicKeyword(int start, int end, String keyword, Optional<Expression> name, Expression body) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(name, body);
        }
    }

    record Data(int start, int end, String variable, List<Expression> supportedCommands, StatementBlock body) implements Statement {
        public Data {
            supportedCommands = List.copyOf(supportedCommands);
        }

        @Override
        public List<Node> children() {
            return nodes(supportedCommands, body);
        }
    }

    /** @param keyword "return", "throw" or "exit" */
    record Leave(int start, int end, String keyword, Optional<Statement> value) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(value);
        }
    }

    /** @param keyword "break" or "continue" */
    record Jump(int start, int end, String keyword, Optional<Expression> label) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(label);
        }
    }

    /** {@code parallel { }}, {@code sequence { }} of a workflow. */
    record Block(int start, int end, String keyword, StatementBlock body) implements Statement {
        @Override
        public List<Node> children() {
            return nodes(body);
        }
    }

    /** What could not be read; holds what could. */
    record Error(int start, int end, List<Node> parts) implements Statement {
        public Error {
            parts = List.copyOf(parts);
        }

        public static Error of(int start, int end, Node... parts) {
            return new Error(start, end, Arrays.asList(parts));
        }

        @Override
        public List<Node> children() {
            return parts;
        }
    }
}
