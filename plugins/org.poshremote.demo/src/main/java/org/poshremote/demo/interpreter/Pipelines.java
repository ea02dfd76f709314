package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.Statement;

/** Runs pipelines: each object goes through all commands before the next one comes. */
final class Pipelines {
    private final Session session;
    private final Interpreter interpreter;
    private final Evaluator evaluator;

    Pipelines(Session session, Interpreter interpreter, Evaluator evaluator) {
        this.session = session;
        this.interpreter = interpreter;
        this.evaluator = evaluator;
    }

    void run(Statement.Pipeline pipeline, Sink out) {
        List<PipelineElement> elements = pipeline.elements();
        Sink next = out;
        List<Stage> stages = new ArrayList<>();
        // an expression may ask for $?, which is then that of the statement before
        boolean expression = elements.size() == 1 && elements.get(0) instanceof PipelineElement.CommandExpression;
        session.success |= !expression;
        for (int i = elements.size() - 1; i >= 1; i--) {
            Stage stage = stage(elements.get(i), next, true);
            stages.add(0, stage);
            next = stage::process;
        }
        try {
            stages.forEach(Stage::begin);
            first(elements.get(0), next, elements.size() > 1);
        } catch (Leave.Enough enough) {
            // what was asked for is there
        }
        for (Stage stage : stages) {
            try {
                stage.end();
            } catch (Leave.Enough enough) {
                // the same
            }
        }
        if (expression) {
            session.success = true;
        }
    }

    private void first(PipelineElement element, Sink next, boolean more) {
        switch (element) {
            case PipelineElement.CommandExpression expression -> redirected(expression.redirections(), next, sink -> {
                Object value = evaluator.value(expression.expression());
                boolean step = expression.expression() instanceof Expression.Unary unary && (unary.operator().equals("++") || unary.operator().equals("--"));
                boolean nothing = value == null && emptyWhenNull(expression.expression());
                if (!step && !nothing && !(expression.expression() instanceof Expression.Paren p && p.pipeline() instanceof Statement.Assignment && more && value == null)) {
                    sink.enumerate(value);
                }
            });
            case PipelineElement.Command command -> redirected(command.redirections(), next, sink -> {
                Stage stage = bare(command, sink, false);
                stage.begin();
                stage.end();
            });
        }
    }

    /** $null on a line of its own is nothing to see; within a pipeline it is an object. Calls without a result give nothing either. */
    private static boolean emptyWhenNull(Expression expression) {
        return expression instanceof Expression.Invoke || expression instanceof Expression.SubExpression || expression instanceof Expression.Paren
            || expression instanceof Expression.Convert || expression instanceof Expression.ArrayExpression;
    }

    private interface Work {
        void run(Sink sink);
    }

    private Stage stage(PipelineElement element, Sink next, boolean piped) {
        PipelineElement.Command command = (PipelineElement.Command) element;
        if (command.redirections().isEmpty()) {
            return bare(command, next, piped);
        }
        Redirected target = new Redirected(command.redirections(), next);
        Stage[] made = new Stage[1];
        target.during(() -> made[0] = bare(command, target, piped));
        Stage inner = made[0];
        return new Stage() {
            @Override
            public void begin() {
                target.during(inner::begin);
            }

            @Override
            public void process(Object input) {
                target.during(() -> inner.process(input));
            }

            @Override
            public void end() {
                target.during(inner::end);
                target.close();
            }
        };
    }

    private void redirected(List<Redirection> redirections, Sink next, Work work) {
        if (redirections.isEmpty()) {
            work.run(next);
            return;
        }
        Redirected target = new Redirected(redirections, next);
        try {
            target.during(() -> work.run(target));
        } finally {
            target.close();
        }
    }

    /** Output and errors of one command, sent elsewhere. */
    private final class Redirected implements Sink {
        private final Sink next;
        private final StringBuilder file = new StringBuilder();
        private String outputFile;
        private boolean append;
        private boolean discardOutput;
        private Sink errors;

        Redirected(List<Redirection> redirections, Sink next) {
            this.next = next;
            for (Redirection redirection : redirections) {
                switch (redirection) {
                    case Redirection.ToFile toFile -> {
                        Object target = evaluator.argument(toFile.target());
                        boolean output = toFile.from() <= 1;
                        if (target == null) {
                            discardOutput |= output;
                            if (toFile.from() == 2 || toFile.from() == 0) {
                                errors = Sink.NOWHERE;
                            }
                        } else {
                            outputFile = output ? Values.text(target) : outputFile;
                            append = toFile.append();
                            if (toFile.from() == 2 || toFile.from() == 0) {
                                errors = error -> file.append(error instanceof ErrorRecord record ? record.text() : Values.text(error));
                                outputFile = Values.text(target);
                                discardOutput = false;
                            }
                        }
                    }
                    case Redirection.Merging merging -> {
                        if (merging.to() == 1 && (merging.from() == 2 || merging.from() == 0)) {
                            errors = this;
                        }
                    }
                }
            }
        }

        @Override
        public void write(Object value) {
            if (outputFile != null) {
                file.append(new Formatter(session).lines(List.of(value == null ? "" : value)));
            } else if (!discardOutput) {
                next.write(value);
            }
        }

        void during(Runnable work) {
            Sink before = session.errorSink;
            if (errors != null) {
                session.errorSink = errors;
            }
            try {
                work.run();
            } catch (PsError e) {
                if (errors != null) {
                    session.failedSink = errors;
                }
                throw e;
            } finally {
                session.errorSink = before;
            }
        }

        void close() {
            if (outputFile != null) {
                session.cmdlets.files().write(outputFile, file.toString(), append);
            }
        }
    }

    private Stage bare(PipelineElement.Command command, Sink out, boolean piped) {
        if (command.elements().isEmpty()) {
            throw PsError.runtime("The command is empty.", "ParserError");
        }
        CommandElement head = command.elements().get(0);
        List<CommandElement> arguments = command.elements().subList(1, command.elements().size());
        Object name = head instanceof Expression expression ? evaluator.argument(expression) : "";
        if (command.invocation() != PipelineElement.Invocation.NAME && name == null) {
            throw PsError.runtime("The expression after '" + (command.invocation() == PipelineElement.Invocation.DOT ? "." : "&")
                + "' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.", "BadExpression");
        }
        Words words = new Words(session, evaluator, arguments);
        if (name instanceof ScriptBlockValue block) {
            boolean dot = command.invocation() == PipelineElement.Invocation.DOT;
            return new FunctionStage(session, new FunctionValue("", false, block.block().param().map(p -> p.parameters()).orElse(List.of()), block), words, out, piped, !dot,
                interpreter.position(command));
        }
        String text = Values.text(name instanceof PsObject object && object.has("Name") ? object.get("Name") : name);
        return new Commands(session).stage(text, words, out, piped, interpreter.position(command), command.invocation() == PipelineElement.Invocation.DOT);
    }

}
