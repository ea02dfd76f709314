package org.poshremote.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Part of a statement that is more than an expression and less than a statement. */
public sealed interface Clause extends Node {
    /** {@code if (condition) { }} or {@code elseif}. */
    record IfBranch(int start, int end, Statement condition, StatementBlock body) implements Clause {
        @Override
        public List<Node> children() {
            return List.of(condition, body);
        }
    }

    record SwitchCase(int start, int end, Expression condition, StatementBlock body) implements Clause {
        @Override
        public List<Node> children() {
            return List.of(condition, body);
        }
    }

    record Catch(int start, int end, List<AttributeNode.TypeConstraint> types, StatementBlock body) implements Clause {
        public Catch {
            types = List.copyOf(types);
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(types);
            all.add(body);
            return all;
        }
    }

    /** {@code key = value} of a hashtable. */
    record Entry(int start, int end, Expression key, Statement value) implements Clause {
        @Override
        public List<Node> children() {
            return List.of(key, value);
        }
    }
}
