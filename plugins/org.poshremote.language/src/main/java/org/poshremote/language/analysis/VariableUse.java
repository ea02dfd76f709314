package org.poshremote.language.analysis;

import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;

/**
 * One mention of a variable.
 *
 * @param node     in the tree; for a mention by name, such as in {@code Get-Variable x} or {@code -OutVariable x}, what it stands for
 * @param start    UTF-16 offset of the mention with its sigil, or of the bare name
 * @param scope    the scope in which the mention stands, not the one in which the variable lives
 * @param writer   what gives it its value: the assignment, loop, parameter or command
 */
public record VariableUse(Expression node, int start, int end, Scope scope, Access access, Optional<Node> writer) {
    /** How it is used. */
    public enum Access {
        READ, WRITE,
        /** {@code +=}, {@code ++}: needs the value before. */
        UPDATE,
        /** {@code @name}: read as a command's parameters. */
        SPLAT,
        PARAMETER;

        public boolean writes() {
            return this == WRITE || this == UPDATE || this == PARAMETER;
        }

        public boolean reads() {
            return this == READ || this == SPLAT;
        }
    }
}
