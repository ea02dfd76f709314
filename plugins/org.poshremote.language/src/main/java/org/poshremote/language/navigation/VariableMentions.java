package org.poshremote.language.navigation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** Variables, and parameters as variables. */
final class VariableMentions {
    private final Mentions mentions;

    VariableMentions(Mentions mentions) {
        this.mentions = mentions;
    }

    void collect() {
        Deque<Scope> left = new ArrayDeque<>(List.of(mentions.model.root()));
        while (!left.isEmpty()) {
            Scope scope = left.pop();
            scope.variables().forEach(this::variable);
            scope.children().forEach(left::push);
        }
    }

    private void variable(VariableSymbol symbol) {
        Entity entity = entity(symbol);
        boolean first = true;
        for (VariableUse use : symbol.uses()) {
            Mention.Role role = use.access() == VariableUse.Access.PARAMETER || first && use.access().writes() && symbol.parameter().isEmpty() ? Mention.Role.DECLARATION
                : use.access().writes() ? Mention.Role.WRITE : Mention.Role.READ;
            first &= !use.access().writes();
            int start = nameStart(use);
            mentions.addNamed(start, symbol.name(), entity, role);
        }
    }

    private Entity entity(VariableSymbol symbol) {
        Scope scope = symbol.scope();
        String name = Mentions.key(symbol.name());
        if (symbol.parameter().isPresent()) {
            if (scope.node() instanceof Statement.Function function) {
                return new Entity.Parameter(mentions.callables.of(function), name);
            }
            if (scope.kind() == Scope.Kind.SCRIPT) {
                return new Entity.Parameter(new Entity.ScriptFile(mentions.file), name);
            }
        }
        return scope.kind() == Scope.Kind.SCRIPT ? new Entity.RootVariable(name) : new Entity.Variable(symbol);
    }

    /** Behind sigil, brace, quote and scope. */
    private int nameStart(VariableUse use) {
        String text = mentions.text;
        int at = use.start();
        if (use.node() instanceof Expression.Variable variable && at < text.length() && (text.charAt(at) == '$' || text.charAt(at) == '@')) {
            at++;
            if (at < text.length() && text.charAt(at) == '{') {
                at++;
            }
            return variable.qualifier().isEmpty() ? at : at + variable.qualifier().length() + 1;
        }
        if (use.node() instanceof Expression.Variable) {
            // "data NAME { }": the model puts it at the keyword
            at += "data".length();
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }
        if (at < text.length() && "'\"\u2018\u2019\u201C\u201D".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        int colon = use.node().constantText().map(word -> word.indexOf(':')).orElse(-1);
        return colon > 0 ? at + colon + 1 : at;
    }
}
