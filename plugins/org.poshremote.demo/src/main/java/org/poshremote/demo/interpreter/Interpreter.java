package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;

/** Runs statements. */
final class Interpreter {
    private final Session session;
    private final Evaluator evaluator;
    private final Pipelines pipelines;
    private Script script;
    private int tries;

    Interpreter(Session session) {
        this.session = session;
        evaluator = new Evaluator(session, this);
        pipelines = new Pipelines(session, this, evaluator);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Pipelines pipelines() {
        return pipelines;
    }

    Script script() {
        return script;
    }

    String position(Node node) {
        return script == null ? "" : new Positions(script).at(node.start(), node.end());
    }

    /** Runs something of another text, so that positions are right. */
    void within(Script other, Runnable work) {
        Script before = script;
        script = other;
        try {
            work.run();
        } finally {
            script = before;
        }
    }

    /** The unnamed or end block, in the scope in force. */
    void body(ScriptBlockValue value, Sink out) {
        within(value.script(), () -> {
            ScriptBlock block = value.block();
            usings(block);
            for (NamedBlock.Kind kind : List.of(NamedBlock.Kind.BEGIN, NamedBlock.Kind.PROCESS, NamedBlock.Kind.END, NamedBlock.Kind.CLEAN)) {
                block.block(kind).ifPresent(named -> statements(named.statements(), out));
            }
        });
    }

    /** Names of types are looked up in these namespaces from now on. */
    void usings(ScriptBlock block) {
        block.usings().stream().filter(using -> using.kind().equals("namespace")).forEach(using ->
            using.name().flatMap(Expression::constantText).ifPresent(session.namespaces::add));
    }

    void statements(List<Statement> statements, Sink out) {
        // functions count from the start of their block on only where they stand: PowerShell defines them as it goes
        List<Statement.Trap> traps = statements.stream().filter(Statement.Trap.class::isInstance).map(Statement.Trap.class::cast).toList();
        for (Statement statement : statements) {
            session.step();
            if (statement instanceof Statement.Trap) {
                continue;
            }
            try {
                statement(statement, out);
            } catch (PsError e) {
                failed(e.at(position(statement)), traps, out);
            } catch (StackOverflowError e) {
                failed(new PsError(new ErrorRecord("The script failed due to call depth overflow.", "CallDepthOverflow", "InvalidOperation", "", "",
                    "ParentContainsErrorRecordException", ""), true, null), traps, out);
            }
        }
    }

    private void failed(PsError e, List<Statement.Trap> traps, Sink out) {
        session.success = false;
        Optional<Statement.Trap> trap = traps.stream().filter(t -> t.type().isEmpty() || catches(List.of(t.type().get()), e)).findFirst();
        if (trap.isPresent()) {
            session.errors.add(0, e.errorRecord());
            session.scope.set("_", e.errorRecord());
            try {
                statements(trap.get().body().statements(), out);
            } catch (Leave.Loop jump) {
                if (jump.goesOn) {
                    return;
                }
                throw e;
            }
            session.show(e.errorRecord());
            return;
        }
        if (e.endsScript() || tries > 0 || session.preference("ErrorActionPreference").equalsIgnoreCase("Stop")) {
            throw new PsError(e.errorRecord(), true, e.thrown());
        }
        session.errors.add(0, e.errorRecord());
        if (!session.preference("ErrorActionPreference").equalsIgnoreCase("SilentlyContinue")) {
            session.show(e.errorRecord());
        }
    }

    void block(StatementBlock block, Sink out) {
        statements(block.statements(), out);
    }

    /** As a condition or value. */
    Object value(Statement statement) {
        if (statement instanceof Statement.Pipeline pipeline && pipeline.expression().isPresent()) {
            return evaluator.value(pipeline.expression().get());
        }
        List<Object> output = new ArrayList<>();
        statement(statement, Sink.into(output));
        session.reserve(output.size());
        return Values.collapsed(output);
    }

    void statement(Statement statement, Sink out) {
        switch (statement) {
            case Statement.Pipeline pipeline -> {
                if (pipeline.background()) {
                    throw PsError.notSupported("background jobs");
                }
                pipelines.run(pipeline, out);
            }
            case Statement.PipelineChain chain -> {
                statement(chain.left(), out);
                if (session.success == chain.and()) {
                    statement(chain.right(), out);
                }
            }
            case Statement.Assignment assignment -> {
                evaluator.assign(assignment);
                session.success = true;
            }
            case Statement.If choice -> choose(choice, out);
            case Statement.While loop -> {
                while (Values.truth(value(loop.condition()))) {
                    if (!turn(loop.label(), loop.body(), out)) {
                        break;
                    }
                }
            }
            case Statement.Do loop -> {
                do {
                    if (!turn(loop.label(), loop.body(), out)) {
                        break;
                    }
                } while (Values.truth(value(loop.condition())) != loop.until());
            }
            case Statement.For loop -> {
                loop.initializer().ifPresent(part -> statement(part, Sink.NOWHERE));
                while (loop.condition().isEmpty() || Values.truth(value(loop.condition().get()))) {
                    if (!turn(loop.label(), loop.body(), out)) {
                        break;
                    }
                    loop.iterator().ifPresent(part -> statement(part, Sink.NOWHERE));
                }
            }
            case Statement.ForEach loop -> forEach(loop, out);
            case Statement.Switch choice -> new SwitchRunner(session, this).run(choice, out);
            case Statement.Try attempt -> attempt(attempt, out);
            case Statement.Function function -> session.scope.define(new FunctionValue(bareName(function.name()), function.keyword().equals("filter"),
                function.declaredParameters(), new ScriptBlockValue(script, function.body())));
            case Statement.Leave leave -> leave(leave, out);
            case Statement.Jump jump -> throw new Leave.Loop(jump.keyword().equals("continue"),
                jump.label().map(label -> Values.text(evaluator.argument(label))).orElse(""));
            case Statement.Data data -> {
                List<Object> output = new ArrayList<>();
                block(data.body(), Sink.into(output));
                if (data.variable().isEmpty()) {
                    output.forEach(out::write);
                } else {
                    session.scope.set(data.variable(), Values.collapsed(output));
                }
            }
            case Statement.Using using -> { }
            case Statement.Trap trap -> { }
            case Statement.TypeDefinition type -> throw PsError.notSupported("classes and enums");
            case Statement.Configuration configuration -> throw PsError.notSupported("DSC configurations");
            case Statement.DynamicKeyword keyword -> throw PsError.notSupported("DSC resources");
            case Statement.Block block -> throw PsError.notSupported("workflows");
            case Statement.Error error -> throw PsError.runtime("The statement could not be read.", "ParserError", "ParserError", "ParseException");
        }
    }

    private static String bareName(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(colon + 1);
    }

    private void choose(Statement.If choice, Sink out) {
        for (Clause.IfBranch branch : choice.branches()) {
            if (Values.truth(value(branch.condition()))) {
                block(branch.body(), out);
                return;
            }
        }
        choice.otherwise().ifPresent(otherwise -> block(otherwise, out));
    }

    /** @return whether the loop goes on */
    private boolean turn(String label, StatementBlock body, Sink out) {
        session.step();
        try {
            block(body, out);
            return true;
        } catch (Leave.Loop jump) {
            if (!jump.isFor(label)) {
                throw jump;
            }
            return jump.goesOn;
        }
    }

    private void forEach(Statement.ForEach loop, Sink out) {
        Object values = value(loop.values());
        if (values == null) {
            return;
        }
        for (Object element : Values.list(values)) {
            session.scope.set(loop.variable().name(), element);
            if (!turn(loop.label(), loop.body(), out)) {
                break;
            }
        }
    }

    private void attempt(Statement.Try attempt, Sink out) {
        try {
            PsError caught = null;
            tries++;
            try {
                block(attempt.body(), out);
            } catch (PsError e) {
                caught = e;
            } finally {
                tries--;
            }
            if (caught != null) {
                session.failedSink = null;
                handle(attempt, caught, out);
            }
        } finally {
            attempt.finallyBlock().ifPresent(last -> block(last, out));
        }
    }

    private void handle(Statement.Try attempt, PsError caught, Sink out) {
        for (Clause.Catch handler : attempt.catches()) {
            if (handler.types().isEmpty() || catches(handler.types(), caught)) {
                session.errors.add(0, caught.errorRecord());
                Object before = session.scope.get("_");
                session.scope.set("_", caught.errorRecord());
                try {
                    block(handler.body(), out);
                } catch (PsError again) {
                    // "throw" without a value throws what was caught
                    throw again.thrown() == RETHROW ? new PsError(caught.errorRecord(), true, caught.thrown()) : again;
                } finally {
                    session.scope.set("_", before);
                }
                return;
            }
        }
        throw caught;
    }

    private static final Object RETHROW = new Object();

    private boolean catches(List<AttributeNode.TypeConstraint> types, PsError error) {
        for (AttributeNode.TypeConstraint constraint : types) {
            String name = TypeValue.resolve(constraint.type(), session.namespaces).shortName();
            if (name.equals("Exception") || name.equals(error.errorRecord().type()) || name.equals("RuntimeException") && !error.errorRecord().type().contains("NotFound")
                    || error.thrown() instanceof DotNetObject thrown && thrown.typeName().endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }

    private void leave(Statement.Leave leave, Sink out) {
        switch (leave.keyword().toLowerCase(Locale.ROOT)) {
            case "return" -> {
                leave.value().ifPresent(value -> statement(value, out));
                throw new Leave.Return();
            }
            case "exit" -> throw new Leave.Exit(leave.value().map(value -> exitCode(value(value))).orElse(0));
            default -> throw thrown(leave);
        }
    }

    private static int exitCode(Object value) {
        try {
            return (int) Values.whole(value);
        } catch (PsError e) {
            return 0; // "exit 'text'" ends with 0
        }
    }

    private PsError thrown(Statement.Leave leave) {
        if (leave.value().isEmpty()) {
            return new PsError(new ErrorRecord("ScriptHalted", "ScriptHalted", "OperationStopped", "", "", "RuntimeException", position(leave)), true, RETHROW);
        }
        Object value = value(leave.value().get());
        if (value instanceof ErrorRecord again) {
            return new PsError(again, true, again);
        }
        String text = value instanceof DotNetObject exception ? Values.text(exception.property("message")) : Values.text(value);
        String type = value instanceof DotNetObject exception ? exception.typeName().substring(exception.typeName().lastIndexOf('.') + 1) : "RuntimeException";
        String kind = value instanceof String ? ":String" : ":" + TypeValue.nameOf(value).replaceAll(".*\\.", "");
        return new PsError(new ErrorRecord(text, text, "OperationStopped", text + kind, "", type, position(leave)), true, value);
    }
}
