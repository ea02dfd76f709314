package org.poshremote.demo.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.ScriptBlock;

/** A function or script block as a command of a pipeline. */
final class FunctionStage implements Stage {
    private final Session session;
    private final FunctionValue function;
    private final Words words;
    private final Sink out;
    private final boolean piped;
    private final Scope scope;
    private final String position;
    private final List<Object> input = new ArrayList<>();
    private boolean over;

    FunctionStage(Session session, FunctionValue function, Words words, Sink out, boolean piped, boolean ownScope, String position) {
        this.session = session;
        this.function = function;
        this.words = words;
        this.out = out;
        this.piped = piped;
        this.position = position;
        scope = ownScope ? new Scope(session.scope, false) : session.scope;
    }

    private ScriptBlock block() {
        return function.body().block();
    }

    private boolean advanced() {
        return block().param().map(param -> param.attributes().stream().anyMatch(a -> a.type().name().equalsIgnoreCase("CmdletBinding"))).orElse(false)
            || function.parameters().stream().anyMatch(p -> p.attributes().stream().anyMatch(a -> a.type().name().equalsIgnoreCase("Parameter")));
    }

    @Override
    public void begin() {
        inside(() -> {
            session.interpreter.usings(block());
            new Binder(session, function, advanced(), position).bind(words, scope, piped);
            block().block(NamedBlock.Kind.BEGIN).ifPresent(begin -> session.interpreter.statements(begin.statements(), out));
        });
    }

    @Override
    public void process(Object value) {
        Optional<NamedBlock> process = processBlock();
        if (process.isEmpty()) {
            input.add(value);
            session.reserve(1);
            return;
        }
        inside(() -> {
            scope.set("_", value);
            bindPipelineInput(value);
            session.interpreter.statements(process.get().statements(), out);
        });
    }

    private Optional<NamedBlock> processBlock() {
        return function.filter() ? block().block(NamedBlock.Kind.END) : block().block(NamedBlock.Kind.PROCESS);
    }

    private void bindPipelineInput(Object value) {
        for (Parameter parameter : function.parameters()) {
            if (fromPipeline(parameter, "ValueFromPipeline")) {
                scope.set(parameter.name().name(), parameter.type().map(type -> Conversions.to(TypeValue.resolve(type, session.namespaces), value, session)).orElse(value));
            } else if (fromPipeline(parameter, "ValueFromPipelineByPropertyName")) {
                Object property = session.interpreter.evaluator().property(value, parameter.name().name());
                if (property != null) {
                    scope.set(parameter.name().name(), property);
                }
            }
        }
    }

    private static boolean fromPipeline(Parameter parameter, String argument) {
        return parameter.attributes().stream().filter(AttributeNode.Attribute.class::isInstance).map(AttributeNode.Attribute.class::cast)
            .anyMatch(a -> a.named().stream().anyMatch(n -> n.name().equalsIgnoreCase(argument)));
    }

    @Override
    public void end() {
        inside(() -> {
            if (!piped) {
                if (function.filter()) {
                    return;
                }
                block().block(NamedBlock.Kind.PROCESS).ifPresent(process -> session.interpreter.statements(process.statements(), out));
            }
            scope.set("input", input);
            if (!function.filter()) {
                block().block(NamedBlock.Kind.END).ifPresent(end -> session.interpreter.statements(end.statements(), out));
            }
        });
    }

    private void inside(Runnable work) {
        if (over) {
            return;
        }
        Scope before = session.scope;
        session.enter();
        session.scope = scope;
        try {
            session.interpreter.within(function.body().script(), work);
        } catch (Leave.Return end) {
            over = !piped || !function.filter() && processBlock().isEmpty();
        } finally {
            session.scope = before;
            session.leave();
        }
    }

}
