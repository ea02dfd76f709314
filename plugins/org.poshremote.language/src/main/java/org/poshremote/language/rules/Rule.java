package org.poshremote.language.rules;

/** Something to look for in scripts. Holds no state: what one check needs lives in what {@link #begin} registers. Thread-safe. */
public abstract class Rule {
    private final String name;
    private final Severity severity;
    private final boolean byDefault;

    /** @param name {@code PS…} where PSScriptAnalyzer has the rule, {@code PoshRemote…} where it is ours */
    protected Rule(String name, Severity severity, boolean byDefault) {
        this.name = name;
        this.severity = severity;
        this.byDefault = byDefault;
    }

    public final String name() {
        return name;
    }

    /** That of most of its problems; a single one may be worse or milder. */
    public final Severity severity() {
        return severity;
    }

    /** Whether it takes part where nobody asked for it. */
    public final boolean byDefault() {
        return byDefault;
    }

    /** What it is for, in a sentence or two; Markdown. */
    public final String about() {
        return RuleMessages.text(name + ".about");
    }

    /** Says which parts of the script it wants to see; called once for each check. */
    protected abstract void begin(Inspection on);
}
