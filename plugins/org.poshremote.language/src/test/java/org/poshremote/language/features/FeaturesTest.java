package org.poshremote.language.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.Script;

class FeaturesTest {
    private static final String TEXT = """
        # Deploys.
        # To a node.
        param([string] $Name = 'x')
        #region tools
        function Get-Thing {
            param($Id)
            "id $Id is $(1 + 2)" -replace 'a', 'b'
        }
        #endregion
        enum Color { Red; Green }
        class Box {
            [int] $Size
            [int] Grow($by) { return $this.Size + $by }
        }
        Get-Thing -Id 5
        get-thing 6 | ForEach-Object { $_.Length }
        """;
    private final Script script = Parser.parse(TEXT);

    @Test
    void theOutlineHasWhatIsDeclared() {
        assertEquals(List.of(), script.errors());
        assertEquals("PARAMETER $Name[], FUNCTION Get-Thing[$Id], ENUM Color[Red, Green], CLASS Box[Size, Grow]", Outline.of(script).stream()
            .map(s -> s.kind() + " " + s.name() + s.children().stream().map(Symbol::name).toList()).collect(Collectors.joining(", ")));
        for (Symbol symbol : Outline.of(script)) {
            assertTrue(TEXT.substring(symbol.named().start(), symbol.named().end()).equals(symbol.name()), symbol::toString);
        }
    }

    @Test
    void blocksCommentsAndRegionsFold() {
        assertEquals("1-2 COMMENT, 4-9 REGION, 5-8 CODE, 11-14 CODE", Folding.of(script).stream()
            .map(fold -> fold.firstLine() + "-" + fold.lastLine() + " " + fold.kind()).collect(Collectors.joining(", ")));
    }

    @Test
    void colorsAreInOrderAndDoNotOverlap() {
        List<Coloring.Token> tokens = Coloring.of(script);
        int at = 0;
        for (Coloring.Token token : tokens) {
            assertTrue(token.start() >= at && token.end() > token.start(), token::toString);
            at = token.end();
        }
        assertEquals("\"id |$Id| is |1|+|2|\"|-replace|'a'|'b'", tokens.stream().map(token -> TEXT.substring(token.start(), token.end()))
            .dropWhile(text -> !text.startsWith("\"id")).limit(10).collect(Collectors.joining("|")).replace("$(|", "").replace("is $(", "is ").replace(")\"", "\""));
    }

    @Test
    void aSelectionGrowsFromTheSmallestPart() {
        List<Span> spans = SelectionRanges.at(script, TEXT.indexOf("$_.Length") + 1);
        assertEquals("$_", TEXT.substring(spans.get(spans.size() - 1).start(), spans.get(spans.size() - 1).end()));
        assertEquals(new Span(0, TEXT.length()), spans.get(0));
        for (int i = 1; i < spans.size(); i++) {
            assertTrue(spans.get(i).start() >= spans.get(i - 1).start() && spans.get(i).end() <= spans.get(i - 1).end());
        }
    }
}
