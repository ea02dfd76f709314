package org.poshremote.language.syntax.internal.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** Nothing jumps out of a finally block, and a catch block does not stand behind one that catches its exceptions (about_Try_Catch_Finally). */
final class FinallyFlow {
    /** Exceptions of the framework, with what they derive from, as far as scripts name them together. */
    private static final Map<String, String> BASES = Map.ofEntries(Map.entry("system.systemexception", "system.exception"), Map.entry("system.argumentexception", "system.systemexception"),
        Map.entry("system.argumentnullexception", "system.argumentexception"), Map.entry("system.argumentoutofrangeexception", "system.argumentexception"),
        Map.entry("system.invalidoperationexception", "system.systemexception"), Map.entry("system.notsupportedexception", "system.systemexception"),
        Map.entry("system.formatexception", "system.systemexception"), Map.entry("system.arithmeticexception", "system.systemexception"),
        Map.entry("system.dividebyzeroexception", "system.arithmeticexception"), Map.entry("system.unauthorizedaccessexception", "system.systemexception"),
        Map.entry("system.nullreferenceexception", "system.systemexception"), Map.entry("system.io.ioexception", "system.systemexception"),
        Map.entry("system.io.filenotfoundexception", "system.io.ioexception"), Map.entry("system.io.directorynotfoundexception", "system.io.ioexception"),
        Map.entry("system.net.webexception", "system.invalidoperationexception"), Map.entry("system.management.automation.runtimeexception", "system.systemexception"),
        Map.entry("system.management.automation.itemnotfoundexception", "system.management.automation.sessionstateexception"),
        Map.entry("system.management.automation.sessionstateexception", "system.management.automation.runtimeexception"),
        Map.entry("system.management.automation.commandnotfoundexception", "system.management.automation.runtimeexception"));

    /** Of the function or script block that is walked: FINALLY, or the label of a loop, innermost first. */
    private Deque<String> around = new ArrayDeque<>();
    private static final String FINALLY = "\0finally";

    private final Findings findings;

    FinallyFlow(Findings findings) {
        this.findings = findings;
    }

    /** What jumps in a block of its own does not leave the finally block around it. */
    void within(Runnable walk) {
        Deque<String> before = around;
        around = new ArrayDeque<>();
        walk.run();
        around = before;
    }

    void inFinally(Runnable walk) {
        inLoop(FINALLY, walk);
    }

    void inLoop(String label, Runnable walk) {
        around.push(label);
        walk.run();
        around.pop();
    }

    void jump(Statement.Jump jump) {
        Optional<String> label = jump.label().isEmpty() ? Optional.of("") : jump.label().get() instanceof Expression.StringConstant name ? Optional.of(name.value()) : Optional.empty();
        for (String one : around) {
            if (one.equals(FINALLY)) {
                findings.add("ControlLeavingFinally", jump);
                return;
            }
            if (label.isPresent() && (label.get().isEmpty() || label.get().equalsIgnoreCase(one))) {
                return;
            }
        }
    }

    void leave(Statement.Leave leave) {
        if (around.contains(FINALLY)) {
            findings.add("ControlLeavingFinally", leave);
        }
    }

    void catches(Statement.Try tried) {
        List<Clause.Catch> catches = tried.catches();
        for (int i = 0; i < catches.size() - 1; i++) {
            if (catches.get(i).types().isEmpty()) {
                Clause.Catch next = catches.get(i + 1);
                findings.add("EmptyCatchNotLast", Math.max(next.start() - 1, 0), next.start(), "");
                continue;
            }
            for (AttributeNode first : catches.get(i).types()) {
                for (Clause.Catch later : catches.subList(i + 1, catches.size())) {
                    for (AttributeNode second : later.types()) {
                        if (catchesToo(fullName(first), fullName(second))) {
                            findings.add("ExceptionTypeAlreadyCaught", second, second.type().text());
                        }
                    }
                }
            }
        }
    }

    private static boolean catchesToo(String first, String second) {
        for (String at = second; at != null; at = BASES.get(at)) {
            if (at.equals(first)) {
                return true;
            }
        }
        return first.equals("system.exception");
    }

    private static String fullName(AttributeNode constraint) {
        String name = constraint.type().text().toLowerCase(Locale.ROOT);
        return name.startsWith("system.") || name.indexOf('.') > 0 ? name.startsWith("io.") || name.startsWith("net.") || name.startsWith("management.") ? "system." + name : name : "system." + name;
    }
}
