package org.poshremote.language.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void textStaysText() {
        assertEquals("\\<img src=x\\> \\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\\\ \\| x-y 1.5", Markdown.escape("<img src=x> *a* _b_ [c](d) `e` \\ | x-y 1.5"));
        assertEquals("\\# no heading", Markdown.escape("# no heading"));
        assertEquals("\\- no item", Markdown.escape("- no item"));
        assertEquals("1\\. no item", Markdown.escape("1. no item"));
        assertEquals("one line", Markdown.escape("one\nline"));
    }

    @Test
    void codeIsFencedByMoreBackticksThanItHas() {
        assertEquals("`x`", Markdown.code("x"));
        assertEquals("``a`b``", Markdown.code("a`b"));
        assertEquals("`` ` ``", Markdown.code("`"));
        assertEquals("````powershell\n```\n````", new Markdown().script("```").toString());
    }

    @Test
    void partsArePartedByEmptyLines() {
        assertEquals("**A**\n\none  \ntwo\n\nthree\n\n- x\n- y", new Markdown().heading("A").prose("one\n two\n\nthree").item("x").item("y").toString());
    }
}
