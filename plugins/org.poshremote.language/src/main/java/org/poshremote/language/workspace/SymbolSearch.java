package org.poshremote.language.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.poshremote.language.features.Symbol;

/**
 * Finds what a person means by a few letters: they occur in the name in that order, in any case. Names in which they stand together, at
 * the beginning or at the beginnings of words come first.
 */
public final class SymbolSearch {
    private SymbolSearch() {
    }

    /** @param container class of a member; empty otherwise */
    public record Match(String name, Symbol.Kind kind, URI file, TextRange range, String container) {
    }

    private record Ranked(Match match, int rank) {
    }

    /** The best, at most so many; an empty query finds everything. */
    public static List<Match> find(WorkspaceIndex index, String query, int most) {
        List<Ranked> found = new ArrayList<>();
        index.files().forEach(file -> {
            for (FunctionSymbol function : file.functions()) {
                add(found, query, new Match(function.name(), function.keyword().equals("configuration") ? Symbol.Kind.CONFIGURATION : Symbol.Kind.FUNCTION, file.uri(), function.named(), ""));
            }
            for (TypeSymbol type : file.types()) {
                add(found, query, new Match(type.name(), type.isEnum() ? Symbol.Kind.ENUM : Symbol.Kind.CLASS, file.uri(), type.named(), ""));
                for (TypeSymbol.MemberSymbol member : type.members()) {
                    Symbol.Kind kind = switch (member.kind()) {
                        case PROPERTY -> Symbol.Kind.PROPERTY;
                        case METHOD, CONSTRUCTOR -> Symbol.Kind.METHOD;
                        case ENUM_VALUE -> Symbol.Kind.ENUM_VALUE;
                    };
                    add(found, query, new Match(member.name(), kind, file.uri(), member.named(), type.name()));
                }
            }
        });
        return found.stream().sorted(Comparator.comparingInt(Ranked::rank).thenComparing(ranked -> ranked.match().name().length()).thenComparing(ranked -> ranked.match().name())
            .thenComparing(ranked -> ranked.match().file())).limit(most).map(Ranked::match).toList();
    }

    private static void add(List<Ranked> found, String query, Match match) {
        rank(match.name(), query).ifPresent(rank -> found.add(new Ranked(match, rank)));
    }

    /** Lower is better; empty where the letters do not occur in that order. */
    static OptionalInt rank(String name, String query) {
        if (query.isEmpty()) {
            return OptionalInt.of(0);
        }
        if (name.regionMatches(true, 0, query, 0, query.length())) {
            return OptionalInt.of(name.length() == query.length() ? 0 : 1);
        }
        for (int i = 1; i + query.length() <= name.length(); i++) {
            if (name.regionMatches(true, i, query, 0, query.length())) {
                return OptionalInt.of(beginsWord(name, i) ? 2 : 4);
            }
        }
        int at = 0;
        int gaps = 0;
        for (int i = 0; i < query.length(); i++) {
            int next = at;
            while (next < name.length() && Character.toLowerCase(name.charAt(next)) != Character.toLowerCase(query.charAt(i))) {
                next++;
            }
            if (next == name.length()) {
                return OptionalInt.empty();
            }
            gaps += next > at && !beginsWord(name, next) ? 2 : next > at ? 1 : 0;
            at = next + 1;
        }
        return OptionalInt.of(5 + gaps);
    }

    private static boolean beginsWord(String name, int at) {
        return at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1)) || Character.isUpperCase(name.charAt(at)) && !Character.isUpperCase(name.charAt(at - 1));
    }
}
