package org.poshremote.language.completion.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.poshremote.language.PowerShellQuoting;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.hover.VariableText;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.Shape;

/** Variables that are seen at the cursor, automatic ones, and those behind {@code env:}, {@code using:}, {@code script:} and so on. */
final class VariableProposals {
    private static final int NEAR = 10;
    private static final int CURRENT = 15;
    private static final int FARTHER = 20;
    private static final int AUTOMATIC = 40;
    private static final int SCOPE = 50;
    private static final int SELDOM = 70;

    private final Cursor cursor;
    private final Offers offers;

    VariableProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    void offer(Expression.Variable variable) {
        Span replace = cursor.span(variable);
        String written = cursor.before(replace.start());
        if (variable.splatted()) {
            seen().forEach((name, symbol) -> {
                Optional<Shape> shape = cursor.inference().of(symbol);
                boolean keys = shape.filter(Shape.Keys.class::isInstance).isPresent();
                boolean splattable = keys || shape.isEmpty() || shape.filter(found -> found instanceof Shape.Many || found.name().equalsIgnoreCase("hashtable")).isPresent();
                if (splattable) {
                    add("@", "", name, replace, keys ? NEAR : FARTHER, shape.map(Shape::name).orElse(""), () -> VariableText.of(symbol, shape));
                }
            });
            add("@", "", "PSBoundParameters", replace, AUTOMATIC, "hashtable", () -> automatic("PSBoundParameters"));
            add("@", "", "args", replace, AUTOMATIC, "object[]", () -> automatic("args"));
            return;
        }
        String body = written.startsWith("${") ? written.substring(2) : written.substring(Math.min(1, written.length()));
        int colon = body.indexOf(':');
        String qualifier = colon < 0 ? "" : body.substring(0, colon).toLowerCase(Locale.ROOT);
        switch (qualifier) {
            case "" -> plain(replace);
            case "env" -> environment(replace, body.substring(0, colon + 1));
            case "script", "global", "local", "private", "variable", "using" -> qualified(replace, qualifier, body.substring(0, colon + 1));
            case "function" -> cursor.model().functions().forEach(function -> add("$", body.substring(0, colon + 1), function.name(), replace, NEAR, "function", () -> ""));
            default -> { }
        }
    }

    // ---- without qualifier

    private void plain(Span replace) {
        Scope here = cursor.model().scopeAt(cursor.offset());
        seen().forEach((name, symbol) -> symbol(replace, "", symbol, symbol.scope() == here ? NEAR : FARTHER));
        if (!cursor.before(replace.start()).startsWith("${")) {
            for (Entry scope : Reference.all(Reference.Kind.SCOPE)) {
                prefix(replace, scope);
            }
            for (Entry drive : Reference.all(Reference.Kind.DRIVE)) {
                prefix(replace, drive);
            }
        }
        boolean inBlock = cursor.around(Expression.ScriptBlockLiteral.class).isPresent() || cursor.around(Clause.class).isPresent() || cursor.around(Statement.Trap.class).isPresent();
        for (Entry entry : Reference.all(Reference.Kind.VARIABLE)) {
            int rank = switch (entry.name()) {
                case "_" -> inBlock ? CURRENT : AUTOMATIC;
                case "this" -> cursor.around(Member.Method.class).isPresent() ? CURRENT : SELDOM;
                case "$", "^", "?" -> SELDOM;
                default -> AUTOMATIC;
            };
            add("$", "", entry.name(), replace, rank, entry.type(), () -> automatic(entry.name()));
        }
    }

    private void prefix(Span replace, Entry entry) {
        offers.add(offers.of(Proposal.Kind.KEYWORD, "$" + entry.name() + ":", replace).ranked(SCOPE).documented(entry::says));
    }

    /** By name in lower case; inner ones hide those around. */
    private Map<String, VariableSymbol> seen() {
        Map<String, VariableSymbol> seen = new LinkedHashMap<>();
        Optional<Scope> scope = Optional.of(cursor.model().scopeAt(cursor.offset()));
        while (scope.isPresent()) {
            for (VariableSymbol symbol : scope.get().variables()) {
                if (isOther(symbol)) {
                    seen.putIfAbsent(symbol.name(), symbol);
                }
            }
            scope = scope.get().kind() == Scope.Kind.REMOTE ? Optional.empty() : scope.get().parent();
        }
        return seen;
    }

    /** Mentioned elsewhere than at the cursor. */
    private boolean isOther(VariableSymbol symbol) {
        if (symbol.name().isEmpty()) {
            return false; // only a sigil
        }
        for (VariableUse use : symbol.uses()) {
            if (!(use.start() <= cursor.offset() && cursor.offset() <= cursor.real(use.end())) && (use.access().writes() || symbol.isAssigned() || use.start() < cursor.offset())) {
                return true;
            }
        }
        return false;
    }

    private void symbol(Span replace, String qualifier, VariableSymbol symbol, int rank) {
        Optional<Shape> shape = cursor.inference().of(symbol);
        add("$", qualifier, symbol.name(), replace, rank, shape.map(Shape::name).orElse(""), () -> VariableText.of(symbol, shape));
    }

    private static String automatic(String name) {
        return Reference.find(Reference.Kind.VARIABLE, name).map(Entry::says).orElse("");
    }

    // ---- with one

    private void qualified(Span replace, String qualifier, String written) {
        Scope scope = cursor.model().scopeAt(cursor.offset());
        switch (qualifier) {
            case "script", "global" -> cursor.model().root().variables().stream().filter(this::isOther).forEach(symbol -> symbol(replace, written, symbol, NEAR));
            case "using" -> {
                Optional<Scope> around = Optional.of(scope);
                while (around.isPresent() && around.get().kind() != Scope.Kind.REMOTE) {
                    around = around.get().parent();
                }
                Optional<Scope> outside = around.flatMap(Scope::parent).or(() -> Optional.of(scope));
                while (outside.isPresent()) {
                    outside.get().variables().stream().filter(this::isOther).filter(VariableSymbol::isAssigned).forEach(symbol -> symbol(replace, written, symbol, NEAR));
                    outside = outside.get().parent();
                }
            }
            default -> seen().values().forEach(symbol -> symbol(replace, written, symbol, NEAR));
        }
    }

    private void environment(Span replace, String written) {
        for (Entry entry : Reference.all(Reference.Kind.ENVIRONMENT)) {
            add("$", written, entry.name(), replace, AUTOMATIC, "string", entry::says);
        }
        // those that the script itself mentions
        cursor.text().lines().limit(20_000).forEach(line -> {
            int at = line.toLowerCase(Locale.ROOT).indexOf("$env:");
            while (at >= 0) {
                int end = at + 5;
                while (end < line.length() && Cursor.isWord(line.charAt(end))) {
                    end++;
                }
                if (end > at + 5 && !line.substring(at + 5, end).equalsIgnoreCase(body(replace, written))) {
                    add("$", written, line.substring(at + 5, end), replace, NEAR, "string", () -> "");
                }
                at = line.toLowerCase(Locale.ROOT).indexOf("$env:", end);
            }
        });
    }

    private String body(Span replace, String written) {
        String before = cursor.text().substring(replace.start(), replace.end());
        int at = before.indexOf(written);
        return at < 0 ? "" : before.substring(at + written.length());
    }

    /** @param qualifier as it is written, with its colon */
    private void add(String sigil, String qualifier, String name, Span replace, int rank, String detail, Supplier<String> documentation) {
        String path = qualifier + name;
        boolean braces = sigil.equals("$") && (cursor.before(replace.start()).startsWith("${") || !isPlain(name));
        String text = braces ? PowerShellQuoting.variable(path) : sigil + path;
        offers.add(offers.of(Proposal.Kind.VARIABLE, sigil + path, replace).inserting(text).filteredBy(cursor.before(replace.start()).startsWith("${") ? "${" + path : sigil + path)
            .detailed(detail).ranked(rank).committedBy(qualifier.isEmpty() ? "." : "").documented(documentation));
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '?') || name.equals("^") || name.equals("$");
    }
}
