package org.poshremote.editor.coloring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The server's tokens by line. Immutable. */
final class SemanticColors {
    static final SemanticColors NONE = new SemanticColors(Map.of());

    private final Map<Integer, List<LineLexer.Piece>> byLine;

    private SemanticColors(Map<Integer, List<LineLexer.Piece>> byLine) {
        this.byLine = byLine;
    }

    /** From five numbers a token, relative to the one before (LSP 3.18, SemanticTokens); unknown types are left out. */
    static SemanticColors of(List<Integer> data, List<String> types) {
        List<Optional<Shade>> shades = types.stream().map(Shade::of).toList();
        Map<Integer, List<LineLexer.Piece>> byLine = new HashMap<>();
        int line = 0;
        int column = 0;
        for (int i = 0; i + 4 < data.size(); i += 5) {
            column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            int type = data.get(i + 3);
            if (type >= 0 && type < shades.size() && shades.get(type).isPresent()) {
                byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(new LineLexer.Piece(column, column + data.get(i + 2), shades.get(type).get()));
            }
        }
        return new SemanticColors(byLine);
    }

    /** The same tokens on a line of each. */
    boolean sameAt(int line, SemanticColors other, int otherLine) {
        return Objects.equals(byLine.get(line), other.byLine.get(otherLine));
    }

    /** What the lexer said, except where the server knows better. In the order of columns, without overlaps. */
    List<LineLexer.Piece> over(List<LineLexer.Piece> lexical, int line) {
        List<LineLexer.Piece> better = byLine.get(line);
        if (better == null) {
            return lexical;
        }
        List<LineLexer.Piece> all = new ArrayList<>();
        int next = 0;
        for (LineLexer.Piece piece : lexical) {
            int start = piece.start();
            while (next < better.size() && better.get(next).start() < piece.end()) {
                LineLexer.Piece known = better.get(next++);
                if (known.start() > start) {
                    all.add(new LineLexer.Piece(start, known.start(), piece.shade()));
                }
                all.add(known);
                start = Math.max(start, known.end());
            }
            if (start < piece.end() && (all.isEmpty() || all.getLast().end() < piece.end())) {
                all.add(new LineLexer.Piece(Math.max(start, all.isEmpty() ? 0 : all.getLast().end()), piece.end(), piece.shade()));
            }
        }
        all.addAll(better.subList(next, better.size()));
        return all;
    }
}
