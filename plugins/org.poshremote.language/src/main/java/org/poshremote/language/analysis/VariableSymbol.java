package org.poshremote.language.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.syntax.Parameter;

/** A variable of one scope with all its mentions, from inner scopes too. Read-only once the model is made. */
public final class VariableSymbol {
    private final String name;
    private final Scope scope;
    private final List<VariableUse> uses = new ArrayList<>();
    private boolean disordered;
    private Optional<Parameter> parameter = Optional.empty();

    VariableSymbol(String name, Scope scope) {
        this.name = name;
        this.scope = scope;
    }

    /** As first written, without qualifier. */
    public String name() {
        return name;
    }

    public Scope scope() {
        return scope;
    }

    /** In the order of the text. */
    public List<VariableUse> uses() {
        return Collections.unmodifiableList(uses);
    }

    /** Where it is a parameter of its scope. */
    public Optional<Parameter> parameter() {
        return parameter;
    }

    public boolean isAssigned() {
        return parameter.isPresent() || uses.stream().anyMatch(use -> use.access().writes());
    }

    /** Where it first gets a value; its first mention where it never does. */
    public VariableUse declaration() {
        return uses.stream().filter(use -> use.access().writes()).findFirst().orElse(uses.get(0));
    }

    void add(VariableUse use) {
        disordered |= !uses.isEmpty() && uses.get(uses.size() - 1).start() > use.start();
        uses.add(use);
    }

    /** Mentions are found in the order of running, which is not that of the text. */
    void inOrder() {
        if (disordered) {
            uses.sort(Comparator.comparingInt(VariableUse::start));
        }
    }

    void isParameter(Parameter declared) {
        parameter = Optional.of(declared);
    }
}
