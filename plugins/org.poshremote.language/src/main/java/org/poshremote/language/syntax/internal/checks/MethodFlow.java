package org.poshremote.language.syntax.internal.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.HashMap;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/**
 * The ways through one method: each returns what it promises, and a variable is assigned before it is read. Script blocks in a
 * method are another matter.
 */
final class MethodFlow {
    /** Variables that a method has or sees without assigning them. */
    private static final Set<String> KNOWN = Set.of("true", "false", "null", "this", "_", "psitem", "args", "input", "pscmdlet", "psboundparameters", "myinvocation", "psscriptroot",
        "pscommandpath", "lastexitcode", "error", "stacktrace", "outputencoding", "nestedpromptlevel", "pwd", "matches", "psapplicationoutputencoding", "debugpreference",
        "verbosepreference", "erroractionpreference", "whatifpreference", "warningpreference", "informationpreference", "confirmpreference", "progresspreference", "foreach", "switch",
        "host", "home", "pid", "psversiontable", "pshome", "psculture", "psuiculture", "psedition", "shellid", "executioncontext", "iswindows", "islinux", "ismacos", "iscoreclr",
        "?", "^", "$", "ofs", "profile", "psdefaultparametervalues", "enabledexperimentalfeatures", "psstyle", "errorview", "event", "eventargs", "eventsubscriber", "sender",
        "psnativecommandargumentpassing", "psnativecommanduseerroractionpreference", "consolefilename", "psdebugcontext", "pssenderinfo", "psemailserver", "maximumhistorycount");
    private static final Set<String> LOCAL = Set.of("", "local", "private", "variable");

    private final Statement.TypeDefinition type;
    private final Member.Method method;
    private final boolean returns;
    private final Findings findings;
    private final Map<String, Member.Property> properties = new HashMap<>();
    /** Names that are assigned on every way to the place; empty names stand for a place that nothing reaches. */
    private Set<String> assigned;
    private boolean reached = true;

    MethodFlow(Statement.TypeDefinition type, Member.Method method, boolean returns, Findings findings) {
        this.type = type;
        this.method = method;
        this.returns = returns;
        this.findings = findings;
        for (Member member : type.members()) {
            if (member instanceof Member.Property property) {
                properties.putIfAbsent(property.name().toLowerCase(Locale.ROOT), property);
            }
        }
    }

    void check() {
        assigned = new HashSet<>();
        method.parameters().forEach(parameter -> assigned.add(parameter.name().path().toLowerCase(Locale.ROOT)));
        properties.keySet().removeAll(assigned);
        for (Expression argument : method.baseArguments()) {
            read(argument);
        }
        for (NamedBlock block : method.body().blocks()) {
            statements(block.statements());
        }
        if (reached && returns) {
            findings.add("MethodHasCodePathNotReturn", method.nameStart(), method.nameStart() + method.name().length(), method.name());
        }
    }

    /** "$this" means nothing in what is static. */
    static void thisIn(Node node, Findings findings) {
        if (node instanceof Expression.Variable variable && variable.path().equalsIgnoreCase("this")) {
            findings.add("NonStaticMemberAccessInStaticMember", variable, variable.path());
        }
        node.children().forEach(child -> thisIn(child, findings));
    }

    // ---- the ways

    private void statements(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void block(StatementBlock block) {
        statements(block.statements());
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Assignment assignment -> {
                statement(assignment.right());
                assignment(assignment);
            }
            case Statement.If choice -> choice(choice);
            case Statement.Switch choice -> {
                statement(choice.condition());
                Set<String> before = new HashSet<>(assigned);
                boolean reachedBefore = reached;
                for (Clause.SwitchCase one : choice.cases()) {
                    read(one.condition());
                    apart(() -> block(one.body()));
                }
                choice.defaultCase().ifPresent(block -> apart(() -> block(block)));
                assigned = before;
                reached = reachedBefore;
            }
            case Statement.While loop -> {
                statement(loop.condition());
                apart(() -> block(loop.body()));
            }
            case Statement.Do loop -> {
                boolean reachedBefore = reached;
                block(loop.body());
                reached |= reachedBefore && jumps(loop.body()); // to the condition, or behind it
                statement(loop.condition());
            }
            case Statement.For loop -> {
                loop.initializer().ifPresent(this::statement);
                loop.condition().ifPresent(this::statement);
                boolean leaves = loop.condition().isPresent() || jumps(loop.body());
                apart(() -> {
                    block(loop.body());
                    loop.iterator().ifPresent(this::statement);
                });
                reached &= leaves;
            }
            case Statement.ForEach loop -> {
                statement(loop.values());
                apart(() -> {
                    assigned.add(loop.variable().path().toLowerCase(Locale.ROOT));
                    block(loop.body());
                });
                assigned.add(loop.variable().path().toLowerCase(Locale.ROOT));
            }
            case Statement.Try tried -> tried(tried);
            case Statement.Trap trap -> apart(() -> block(trap.body()));
            case Statement.Leave leave -> {
                leave.value().ifPresent(this::statement);
                if (leave.keyword().equals("return")) {
                    returned(leave);
                }
                reached = false;
            }
            case Statement.Jump jump -> reached = false;
            case Statement.Data data -> assigned.add(data.variable().toLowerCase(Locale.ROOT));
            case Statement.Function nested -> {
            }
            case Statement.TypeDefinition nested -> {
            }
            default -> statement.children().forEach(this::read);
        }
    }

    private static boolean jumps(Node node) {
        return node instanceof Statement.Jump || node.children().stream().anyMatch(MethodFlow::jumps);
    }

    /** What may or may not run: it assigns nothing for what comes behind it. */
    private void apart(Runnable walk) {
        Set<String> before = assigned;
        boolean reachedBefore = reached;
        assigned = new HashSet<>(before);
        walk.run();
        assigned = before;
        reached = reachedBefore;
    }

    private void choice(Statement.If choice) {
        Set<String> common = null;
        boolean any = false;
        for (int i = 0; i < choice.branches().size(); i++) {
            statement(choice.branches().get(i).condition());
            Set<String> before = assigned;
            boolean reachedBefore = reached;
            assigned = new HashSet<>(before);
            block(choice.branches().get(i).body());
            common = reached ? common(common, assigned) : common;
            any |= reached;
            assigned = before;
            reached = reachedBefore;
        }
        if (choice.otherwise().isPresent()) {
            block(choice.otherwise().get());
        }
        common = reached ? common(common, assigned) : common;
        reached |= any;
        assigned = common == null ? assigned : common;
    }

    private static Set<String> common(Set<String> first, Set<String> second) {
        if (first == null) {
            return new HashSet<>(second);
        }
        first.retainAll(second);
        return first;
    }

    private void tried(Statement.Try tried) {
        Set<String> before = new HashSet<>(assigned);
        boolean reachedBefore = reached;
        block(tried.body());
        Set<String> common = reached ? new HashSet<>(assigned) : null;
        boolean any = reached;
        for (Clause.Catch one : tried.catches()) {
            assigned = new HashSet<>(before);
            reached = reachedBefore;
            block(one.body());
            common = reached ? common(common, assigned) : common;
            any |= reached;
        }
        if (tried.finallyBlock().isPresent()) {
            assigned = new HashSet<>(before); // it runs wherever the block before it stopped
            reached = reachedBefore;
            block(tried.finallyBlock().get());
            any &= reached;
            common = assigned;
        }
        assigned = common == null ? before : common;
        reached = any;
    }

    private void returned(Statement.Leave leave) {
        if (leave.value().isPresent() && !returns) {
            findings.add("VoidMethodHasReturn", leave);
        } else if (leave.value().isEmpty() && returns) {
            findings.add("NonVoidMethodMissingReturnValue", leave);
        }
    }

    // ---- variables

    private void assignment(Statement.Assignment assignment) {
        if (!assignment.operator().equals("=") && !assignment.operator().equals("??=")) {
            read(assignment.left());
        }
        assign(assignment.left());
    }

    private void assign(Expression target) {
        switch (target) {
            case Expression.Variable variable -> {
                if (LOCAL.contains(variable.qualifier())) {
                    String name = variable.name().toLowerCase(Locale.ROOT);
                    Member.Property property = variable.qualifier().isEmpty() ? properties.get(name) : null;
                    if (property != null && !assigned.contains(name)) {
                        findings.add(property.isStatic() ? "MissingTypeInStaticPropertyAssignment" : "MissingThis", variable,
                            (property.isStatic() ? "[" + type.name() + "]::" : "$this.") + property.name());
                    }
                    assigned.add(name);
                }
            }
            case Expression.Convert convert -> assign(convert.operand());
            case Expression.Attributed attributed -> assign(attributed.operand());
            case Expression.ArrayLiteral list -> list.elements().forEach(this::assign);
            case Expression.Paren paren when paren.pipeline() instanceof Statement.Pipeline inside -> inside.expression().ifPresent(this::assign);
            default -> read(target);
        }
    }

    private void read(Node node) {
        switch (node) {
            case Statement.Assignment assignment -> statement(assignment);
            case Expression.ScriptBlockLiteral block -> {
                if (method.isStatic()) {
                    thisIn(block, findings);
                }
            }
            case Expression.Variable variable -> {
                String name = variable.name().toLowerCase(Locale.ROOT);
                if (method.isStatic() && name.equals("this")) {
                    findings.add("NonStaticMemberAccessInStaticMember", variable, variable.path());
                }
                if (reached && !variable.splatted() && LOCAL.contains(variable.qualifier()) && !KNOWN.contains(name) && !assigned.contains(name)) {
                    findings.add("VariableNotLocal", variable, variable.path());
                }
            }
            // a reference or a step may give it its first value
            case Expression.Convert convert when convert.constraint().type().name().equalsIgnoreCase("ref") && convert.operand() instanceof Expression.Variable variable -> {
                assigned.add(variable.name().toLowerCase(Locale.ROOT));
            }
            case Statement statement when !(statement instanceof Statement.Pipeline || statement instanceof Statement.PipelineChain || statement instanceof Statement.Error) -> statement(statement);
            default -> node.children().forEach(this::read);
        }
    }
}
