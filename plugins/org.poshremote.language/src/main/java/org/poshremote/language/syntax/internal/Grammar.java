package org.poshremote.language.syntax.internal;

/** The parts of the parser of one text, which call each other, and what they share. */
final class Grammar {
    /** Deeper nesting than this is no script that a person wrote, and would exhaust the stack. */
    private static final int DEEPEST = 250;

    final Source source;
    final Strings strings;
    final Types types;
    final Expressions expressions;
    final Primaries primaries;
    final Pipelines pipelines;
    final Commands commands;
    final Resources resources;
    final Blocks blocks;
    final Statements statements;
    final Switches switches;
    final Loops loops;
    final Declarations declarations;
    final Classes classes;

    /** Within arguments of a method a comma separates them instead of making an array. */
    boolean commaSeparates;

    private int depth;
    private boolean tooDeep;

    Grammar(Source source) {
        this.source = source;
        strings = new Strings(this);
        types = new Types(this);
        expressions = new Expressions(this);
        primaries = new Primaries(this);
        pipelines = new Pipelines(this);
        commands = new Commands(this);
        resources = new Resources(this);
        blocks = new Blocks(this);
        statements = new Statements(this);
        switches = new Switches(this);
        loops = new Loops(this);
        declarations = new Declarations(this);
        classes = new Classes(this);
    }

    /** One level deeper; false where that is too deep, and then nothing more is read. To be followed by {@link #leave}. */
    boolean enter() {
        if (++depth > DEEPEST) {
            if (!tooDeep) {
                tooDeep = true;
                source.error("ScriptTooComplicated", source.at, source.at + 1);
                source.at = source.length;
            }
            depth--;
            return false;
        }
        return true;
    }

    void leave() {
        depth--;
    }

    boolean nested() {
        return depth > 0;
    }

    /** Inside braces and parentheses a comma makes an array again. To be followed by {@link #resumeCommas}. */
    boolean suspendCommas() {
        boolean before = commaSeparates;
        commaSeparates = false;
        return before;
    }

    void resumeCommas(boolean before) {
        commaSeparates = before;
    }
}
