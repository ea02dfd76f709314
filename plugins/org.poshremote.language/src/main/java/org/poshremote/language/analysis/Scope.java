package org.poshremote.language.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;

/**
 * Where names live: the script, a function, a method, or a script block that PowerShell runs in a scope of its own. Blocks that
 * run in the scope around them (those of {@code ForEach-Object}, {@code Where-Object}, {@code . { }}) have none. PowerShell's
 * scopes follow the calls; this model follows the text, which is what a reader of it can know. Read-only once the model is made.
 */
public final class Scope {
    /** {@code REMOTE} is a block that another process or thread runs, so that variables come in by {@code $using:} only. */
    public enum Kind {
        SCRIPT, FUNCTION, METHOD, BLOCK, REMOTE
    }

    private final Kind kind;
    private final Node node;
    private final ScriptBlock body;
    private final Optional<Scope> parent;
    private final List<Scope> children = new ArrayList<>();
    private final Map<String, VariableSymbol> variables = new LinkedHashMap<>();
    private final Map<String, List<Statement.Function>> functions = new LinkedHashMap<>();

    Scope(Kind kind, Node node, ScriptBlock body, Optional<Scope> parent) {
        this.kind = kind;
        this.node = node;
        this.body = body;
        this.parent = parent;
        parent.ifPresent(scope -> scope.children.add(this));
    }

    public Kind kind() {
        return kind;
    }

    /** The function, method, block or root that it belongs to. */
    public Node node() {
        return node;
    }

    public ScriptBlock body() {
        return body;
    }

    public Optional<Scope> parent() {
        return parent;
    }

    /** In the order of the text. */
    public List<Scope> children() {
        return Collections.unmodifiableList(children);
    }

    /** Those that live here, in the order of their first mention. */
    public Collection<VariableSymbol> variables() {
        return Collections.unmodifiableCollection(variables.values());
    }

    /** @param name without qualifier, any case */
    public Optional<VariableSymbol> variable(String name) {
        return Optional.ofNullable(variables.get(key(name)));
    }

    /** The nearest that is seen here; what runs elsewhere does not see the variables around it. */
    Optional<VariableSymbol> seen(String name) {
        String key = key(name);
        Scope at = this;
        while (true) {
            VariableSymbol found = at.variables.get(key);
            if (found != null || at.kind == Kind.REMOTE || at.parent.isEmpty()) {
                return Optional.ofNullable(found);
            }
            at = at.parent.get();
        }
    }

    void inOrder() {
        variables.values().forEach(VariableSymbol::inOrder);
    }

    /** Declared directly here, in the order of the text. */
    public List<Statement.Function> functions() {
        return functions.values().stream().flatMap(List::stream).toList();
    }

    /** The declarations of a function that are seen here: of this scope, or of the nearest around it that has any. */
    public List<Statement.Function> function(String name) {
        List<Statement.Function> here = functions.get(key(name));
        return here != null ? Collections.unmodifiableList(here) : parent.map(scope -> scope.function(name)).orElse(List.of());
    }

    /** Whether the other one is this one or lies in it. */
    public boolean holds(Scope other) {
        return other == this || other.parent.filter(this::holds).isPresent();
    }

    VariableSymbol declare(String name) {
        return variables.computeIfAbsent(key(name), key -> new VariableSymbol(name, this));
    }

    void declare(Statement.Function function) {
        functions.computeIfAbsent(key(unqualified(function.name())), key -> new ArrayList<>()).add(function);
    }

    private static String unqualified(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
