package org.poshremote.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ParserTest {
    private static String samples() {
        try (InputStream in = ParserTest.class.getResourceAsStream("samples.ps1")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everythingTheLanguageHasIsReadWithoutAnError() {
        Script script = Parser.parse(samples());
        assertEquals(List.of(), script.errors());
        assertNested(script);
    }

    @Test
    void lineEndsMakeNoDifference() {
        Script unix = Parser.parse(samples());
        Script windows = Parser.parse(samples().replace("\n", "\r\n"));
        assertEquals(List.of(), windows.errors());
        assertEquals(count(unix.root()), count(windows.root()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$a ++", "return & $x", "& { 'OK' }.GetNewClosure()", "$r.Item($n) = 1", "6.3.7600", "($a) *> $null", "tool --version=1 2>&1",
        "$s.Split(\"-\")[0] | x", "echo $a$b/$c.d", "Get-X -Path:$p.q", "x | % Name", "$h = @{}\n$h.a = {}", "if ($true) { 1 } else { 2 }\n3", "1..5|%{$_}",
        "[Func[[int],[string]]] $f = $null", "$a = if ($b) { 1 }", "function f($a, $b = 2) { }", "catch { 1 }", "$x = -5; Start-Sleep -5", "data { 'x' }",
        "@'\nx\n'@", "\u2018quoted\u2019 \u2013eq \u201Cx\u201D", "$a?.b", "${a}?.b", "${a}?[0]"})
    void isNoMistake(String text) {
        assertEquals(List.of(), Parser.parse(text).errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"42 => Integer 42", "0xFF => Integer 255", "0xFFFFFFFF => Integer -1", "1kb => Integer 1024", "3gb => Long 3221225472", "10L => Long 10",
        "1.5 => Double 1.5", "1e3 => Double 1000.0", ".5 => Double 0.5", "2147483648 => Long 2147483648", "0b101 => Integer 5"})
    void numbersHaveTheirType(String row) {
        String[] parts = row.split(" => ");
        Expression.Constant constant = assertInstanceOf(Expression.Constant.class, expression(parts[0]));
        assertEquals(parts[1], constant.value().getClass().getSimpleName() + " " + constant.value());
    }

    @Test
    void aDecimalIsExact() {
        assertEquals(new BigDecimal("1.10"), ((Expression.Constant) expression("1.10d")).value());
    }

    @Test
    void operatorsBindAsInPowerShell() {
        Expression.Binary sum = assertInstanceOf(Expression.Binary.class, expression("1 + 2 * 3 -eq 7 -and $true"));
        assertEquals("-and", sum.operator());
        Expression.Binary equal = assertInstanceOf(Expression.Binary.class, sum.left());
        assertEquals("-eq", equal.operator());
        assertEquals("*", assertInstanceOf(Expression.Binary.class, assertInstanceOf(Expression.Binary.class, equal.left()).right()).operator());
        assertInstanceOf(Expression.ArrayLiteral.class, assertInstanceOf(Expression.Binary.class, expression("1, 2 + 3, 4")).left());
    }

    @Test
    void aStringKnowsItsParts() {
        Expression.ExpandableString text = assertInstanceOf(Expression.ExpandableString.class, expression("\"a $b `$c $(1 + 1) ${d e}\""));
        assertEquals("StringConstant Variable StringConstant SubExpression StringConstant Variable",
            text.parts().stream().map(part -> part.getClass().getSimpleName()).collect(Collectors.joining(" ")));
        assertEquals(" $c ", ((Expression.StringConstant) text.parts().get(2)).value());
    }

    @Test
    void aCommandKnowsItsWords() {
        Statement.Pipeline pipeline = (Statement.Pipeline) statement("Copy-Item -Path a.txt, b.txt -Recurse -Force:$true 2> err.txt");
        PipelineElement.Command command = (PipelineElement.Command) pipeline.elements().get(0);
        assertEquals("Copy-Item", command.name());
        assertEquals("StringConstant CommandParameter ArrayLiteral CommandParameter CommandParameter",
            command.elements().stream().map(element -> element.getClass().getSimpleName()).collect(Collectors.joining(" ")));
        assertEquals(2, command.redirections().get(0).from());
    }

    @Test
    void behindAStrayBracketGoOnStatements() {
        Script script = Parser.parse("$a } [int] param($b) begin { }");
        assertEquals("UnexpectedToken", script.errors().get(0).id());
        assertNested(script);
        assertEquals(1, Parser.parse("} param($a) $a").root().param().orElseThrow().parameters().size());
    }

    /** A script as it is while somebody types it, and a script that is none at all. */
    @Test
    void everyTextGivesAWholeTree() {
        String text = samples();
        Random random = new Random(42);
        for (int i = 0; i < 1500; i++) {
            assertNested(Parser.parse(text.substring(0, random.nextInt(text.length()))));
            assertNested(Parser.parse(mutated(text.substring(random.nextInt(text.length() / 2)), random)));
        }
    }

    private static String mutated(String text, Random random) {
        String alphabet = "{}()[]$@'\"`#;,|&<>-=+*/.:?!% \n\r\tab0\u2018\u201C\u2013\uD834\uFEFF\0";
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(12) + 1; i > 0 && mutated.length() > 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                default -> mutated.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return mutated.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "[", "$(", "@(", "@{a=", "\"$(", "if (1) {", "!", "-", "1+", ",", "[int]", "f ", "$a.b(", "switch (1) { 1 {", "& { ", "a | ", ".b", "$a.b[0]", "a && ", "$a = ", "$a ? 1 : ", "$a ?? ", "@(", "try {", "class A { [int] M() {", "data {", "1..", "foreach ($a in $b) {", "\"$(\"", "-not ",
        "if ($a) { 1 } else", "[a[", "@{a=@{", "$a.M(", "1 -eq ", "'a' + ", "switch(1){1{", "trap {", "& ", "enum A {", "<#", "`", "\"", "@'\n", "{a} ", "[A()]", "$"})
    void noDepthIsTooMuch(String piece) {
        assertNested(Parser.parse(piece.repeat(100_000)));
    }

    private static Expression expression(String text) {
        return ((Statement.Pipeline) statement(text)).expression().orElseThrow();
    }

    private static Statement statement(String text) {
        Script script = Parser.parse(text);
        assertEquals(List.of(), script.errors());
        return script.root().blocks().get(0).statements().get(0);
    }

    private static int count(Node root) {
        int count = 0;
        Deque<Node> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            count++;
            left.pop().children().forEach(left::push);
        }
        return count;
    }

    /** Children lie in their parents, in the order of the text, and mistakes lie in the text. */
    private static void assertNested(Script script) {
        Deque<Node> left = new ArrayDeque<>(List.of(script.root()));
        while (!left.isEmpty()) {
            Node node = left.pop();
            int at = node.start();
            for (Node child : node.children()) {
                assertTrue(child.start() >= at && child.end() >= child.start() && child.end() <= node.end(),
                    () -> child.getClass().getSimpleName() + " " + child.start() + "-" + child.end() + " in " + node.getClass().getSimpleName() + " "
                        + node.start() + "-" + node.end() + " of " + script.text());
                at = child.start();
                left.push(child);
            }
        }
        for (SyntaxError error : script.errors()) {
            assertTrue(error.start() >= 0 && error.start() <= error.end() && error.end() <= script.text().length() + 1, error::toString);
        }
    }
}
