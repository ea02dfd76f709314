package org.poshremote.language.layout.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.poshremote.language.layout.internal.Indentation.PipelineStyle;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.Token.Kind;

/**
 * How deep a line that begins with a token is: one step for each bracket around it, of those opened on one line only for the last
 * that is still open at its end; one for what goes on from the line before.
 */
final class Depths {
    private final Draft draft;
    private final PipelineStyle style;
    private final int size;
    /** Lines as PowerShell sees them: those within a string do not count, those behind a backtick do. */
    private final int[] line;
    private final boolean[] counted;
    /** The change of depth at each token, then the depth. */
    private final int[] depth;
    private final boolean[] stays;
    private final boolean[] goesOn;
    private final Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());

    Depths(Draft draft, PipelineStyle style) {
        this.draft = draft;
        this.style = style;
        size = draft.size();
        line = new int[size];
        counted = new boolean[size];
        depth = new int[size + 2];
        stays = new boolean[size];
        goesOn = new boolean[size];
        for (int i = 0; i < size; i++) {
            boolean begins = draft.gap(i).breaks() > 0 || draft.gap(i).continued();
            line[i] = (i == 0 ? 0 : line[i - 1]) + (begins ? 1 : 0);
        }
        brackets();
        walk();
        backticks();
        for (int i = 1; i < depth.length; i++) {
            depth[i] += depth[i - 1];
        }
    }

    int of(int token) {
        return token == size ? 0 : depth[token];
    }

    /** Of comments on lines of their own before a token: those before a closing bracket belong to what is inside. */
    int ofComment(int token) {
        boolean closes = token < size && draft.kind(token).closes() && draft.partner(token) >= 0 && counted[draft.partner(token)];
        return of(token) + (closes ? 1 : 0);
    }

    /** Whether the line that begins with it is left where it is. */
    boolean stays(int token) {
        return stays[token];
    }

    /** Whether a bracket makes the lines within it deeper. */
    boolean counts(int bracket) {
        return counted[bracket];
    }

    private void deeper(int from, int to) {
        depth[from]++;
        depth[to + 1]--;
    }

    // ---- brackets

    private void brackets() {
        int lastOpen = -1;
        for (int i = size - 1; i >= 0; i--) {
            if (i < size - 1 && line[i] != line[i + 1]) {
                lastOpen = -1;
            }
            if (draft.kind(i).opens() && draft.kind(i) != Kind.OPEN_BRACKET) {
                int partner = draft.partner(i) < 0 ? size : draft.partner(i);
                boolean open = partner == size || line[partner] != line[i];
                // "(a" at the beginning of a line is no step
                boolean aside = draft.kind(i) == Kind.OPEN_PARENTHESIS && draft.first(i) && i + 1 < size && line[i + 1] == line[i];
                if (open && lastOpen < 0 && !aside) {
                    counted[i] = true;
                    if (i + 1 < partner) {
                        deeper(i + 1, partner - 1);
                    }
                }
                if (open && lastOpen < 0) {
                    lastOpen = i;
                }
            }
        }
    }

    // ---- what goes on

    private void walk() {
        Tree.walk(draft.script().root(), node -> {
            switch (node) {
                case Statement.Pipeline pipeline when pipeline.elements().size() > 1 -> pipeline(pipeline);
                case Statement.PipelineChain chain -> goesOn(draft.at(chain.right().start()), last(chain));
                // elements below the first are as deep as that; where it stands behind something, one step deeper than its line
                case Expression.ArrayLiteral array -> parts(array, array.elements());
                case Expression.Binary binary when !done.contains(binary) -> binary(binary);
                case Expression.Ternary choice -> parts(choice, List.of(choice.condition(), choice.ifTrue(), choice.ifFalse()));
                case Expression.MemberAccess access when !done.contains(access) -> members(access);
                case Expression.Invoke call when !done.contains(call) -> members(call);
                case Statement.Assignment assignment -> parts(assignment, List.of(assignment.left(), assignment.right()));
                case Clause.Entry entry -> goesOn(draft.at(entry.value().start()), last(entry));
                case Parameter parameter -> parameter.defaultValue().ifPresent(value -> goesOn(draft.at(value.start()), last(parameter)));
                case Member.Property property -> property.initialValue().ifPresent(value -> goesOn(draft.at(value.start()), last(property)));
                default -> { }
            }
        });
    }

    private int last(Node node) {
        return draft.at(node.end()) - 1;
    }

    /** From a token that begins a line, or from the operator before it where that does. */
    private boolean goesOn(int token, int last) {
        if (token >= size) {
            return false;
        }
        int from = from(token);
        if (from > last || !draft.first(from)) {
            return false;
        }
        deeper(from, last);
        goesOn[from] = true;
        return true;
    }

    /** What begins the line of a part: the operator before it, where that stands on the same line. */
    private int from(int token) {
        return token > 0 && token < size && draft.first(token - 1) && line[token - 1] == line[token] && isMark(token - 1) ? token - 1 : token;
    }

    /** They are as deep as the first that begins a line. */
    private void alsoGoOn(List<? extends Node> parts) {
        for (Node part : parts) {
            int token = draft.at(part.start());
            if (token < size) {
                goesOn[from(token)] = true;
            }
        }
    }

    private boolean isMark(int token) {
        return switch (draft.kind(token)) {
            case BAR, OPERATOR, COMMA, DOT, ASSIGNMENT -> true;
            default -> false;
        };
    }

    private void pipeline(Statement.Pipeline pipeline) {
        int last = last(pipeline);
        alsoGoOn(pipeline.elements().subList(1, pipeline.elements().size()));
        for (PipelineElement element : pipeline.elements().subList(1, pipeline.elements().size())) {
            int from = from(draft.at(element.start()));
            if (from > last || !draft.first(from)) {
                continue;
            }
            switch (style) {
                case NONE -> stays[from] = true;
                case NO_INDENTATION -> { }
                case INCREASE_INDENTATION_AFTER_EVERY_PIPELINE -> deeper(from, last);
                case INCREASE_INDENTATION_FOR_FIRST_PIPELINE -> {
                    deeper(from, last);
                    return;
                }
            }
        }
    }

    private void binary(Expression.Binary outermost) {
        List<Expression> operands = new ArrayList<>();
        Expression left = outermost;
        while (left instanceof Expression.Binary binary) {
            done.add(binary);
            operands.add(binary.right());
            left = binary.left();
        }
        operands.add(left);
        Collections.reverse(operands);
        parts(outermost, operands);
    }

    private void members(Expression outermost) {
        List<Node> names = new ArrayList<>();
        Expression left = outermost;
        while (true) {
            done.add(left);
            if (left instanceof Expression.MemberAccess access) {
                names.add(access.member());
                left = access.target();
            } else if (left instanceof Expression.Invoke call) {
                names.add(call.member());
                left = call.target();
            } else {
                break;
            }
        }
        Collections.reverse(names);
        for (Node name : names) {
            if (goesOn(draft.at(name.start()), last(outermost))) {
                alsoGoOn(names);
                return;
            }
        }
    }

    private void parts(Node whole, List<? extends Node> parts) {
        int first = draft.at(whole.start());
        if (first >= size || parts.get(0).end() <= parts.get(0).start()) {
            return;
        }
        boolean statement = whole instanceof Statement;
        int firstEnd = last(parts.get(0));
        if (!statement && (draft.first(first) || firstEnd < first || line[firstEnd] != line[first] || withinBracketOf(first))) {
            return;
        }
        for (Node part : parts.subList(1, parts.size())) {
            int token = draft.at(part.start());
            if (goesOn(token, last(whole))) {
                alsoGoOn(parts.subList(1, parts.size()));
                return;
            }
        }
    }

    /** Whether a bracket that was opened before it on its line makes the lines below deeper already. */
    private boolean withinBracketOf(int token) {
        int open = countedAround(token);
        return open >= 0 && line[open] == line[token];
    }

    private int countedAround(int token) {
        int open = draft.around(token);
        while (open >= 0 && !counted[open]) {
            open = draft.around(open);
        }
        return open;
    }

    // ---- backticks

    private void backticks() {
        int[] found = IntStream.range(1, size).filter(i -> draft.gap(i).continued() && draft.first(i) && !goesOn[i]).toArray();
        if (found.length == 0) {
            return;
        }
        Node[] hosts = new Node[found.length];
        Deque<Node> left = new ArrayDeque<>();
        left.push(draft.script().root());
        while (!left.isEmpty()) {
            Node node = left.pop();
            int from = Arrays.binarySearch(found, draft.at(node.start()) + 1);
            from = from < 0 ? -from - 1 : from;
            int end = draft.at(node.end());
            if (from == found.length || found[from] >= end) {
                continue; // none in it
            }
            if (host(node).isPresent()) {
                for (int i = from; i < found.length && found[i] < end; i++) {
                    hosts[i] = node;
                }
            }
            node.children().forEach(left::push);
        }
        Set<Node> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < found.length; i++) {
            // between brackets that were opened in the same statement a backtick says nothing more than they do
            if (hosts[i] == null || countedAround(found[i]) >= draft.at(hosts[i].start())) {
                continue;
            }
            boolean all = host(hosts[i]).orElse(false);
            if (!all) {
                deeper(found[i], found[i]);
            } else if (moved.add(hosts[i])) {
                deeper(found[i], last(hosts[i]));
            }
        }
    }

    /** Whether all behind a backtick in a node is moved in, or that one line; empty where the node says nothing. */
    private static Optional<Boolean> host(Node node) {
        return switch (node) {
            case PipelineElement element -> Optional.of(true);
            case Statement.Pipeline pipeline -> Optional.of(true);
            case Statement.PipelineChain chain -> Optional.of(true);
            case Statement.Assignment assignment -> Optional.of(true);
            case Statement.Leave leave -> Optional.of(true);
            case Parameter parameter -> Optional.of(true);
            case Statement statement -> Optional.of(false);
            case Clause clause -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
