package org.poshremote.wsman.clixml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.poshremote.wsman.clixml.ClixmlItem.Debug;
import org.poshremote.wsman.clixml.ClixmlItem.ErrorText;
import org.poshremote.wsman.clixml.ClixmlItem.Information;
import org.poshremote.wsman.clixml.ClixmlItem.PlainText;
import org.poshremote.wsman.clixml.ClixmlItem.Progress;
import org.poshremote.wsman.clixml.ClixmlItem.Verbose;
import org.poshremote.wsman.clixml.ClixmlItem.Warning;
import org.poshremote.wsman.testing.Mutations;

/** CLIXML as MS-PSRP 2.2.5 describes it, in the frame that a PowerShell host puts around it on standard error. */
@Timeout(30)
class ClixmlDecoderTest {
    private static final String OPEN = "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";
    private static final String PROGRESS = "<Obj S=\"progress\" RefId=\"0\"><TN RefId=\"0\"><T>System.Management.Automation.PSCustomObject</T><T>System.Object</T></TN>"
        + "<MS><I64 N=\"SourceId\">1</I64><PR N=\"Record\"><AV>Copying</AV><AI>0</AI><Nil /><PI>-1</PI><PC>40</PC><T>Processing</T><SR>12</SR><SD>file 4</SD></PR></MS></Obj>";
    private static final String ALL = "#< CLIXML\r\n" + OPEN + PROGRESS
        + "<S S=\"Error\">first_x000D__x000A_</S><S S=\"Warning\">w &lt;1&gt;</S><S S=\"verbose\">v</S><S S=\"debug\">d</S>"
        + "<Obj S=\"information\" RefId=\"1\"><ToString>i</ToString><Props><S N=\"MessageData\">other</S></Props></Obj></Objs>";
    private static final List<ClixmlItem> ALL_ITEMS = List.of(
        new Progress("Copying", "file 4", OptionalInt.of(40), OptionalInt.of(12), false),
        new ErrorText("first\r\n"), new Warning("w <1>"), new Verbose("v"), new Debug("d"), new Information("i"));

    /** Neighbouring plain texts joined, as where they are cut says nothing. */
    private static List<ClixmlItem> decode(String text, Random cuts) {
        ClixmlDecoder decoder = new ClixmlDecoder();
        List<ClixmlItem> items = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int next = cuts == null ? text.length() : Math.min(text.length(), at + 1 + cuts.nextInt(9));
            items.addAll(decoder.feed(text.substring(at, next)));
            at = next;
        }
        items.addAll(decoder.finish());
        List<ClixmlItem> joined = new ArrayList<>();
        for (ClixmlItem item : items) {
            if (item instanceof PlainText now && !joined.isEmpty() && joined.getLast() instanceof PlainText before) {
                joined.set(joined.size() - 1, new PlainText(before.text() + now.text()));
            } else {
                joined.add(item);
            }
        }
        return joined;
    }

    private static List<ClixmlItem> decode(String text) {
        return decode(text, null);
    }

    @Test
    void everyStreamIsTakenApartWhereverTheTextIsCut() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            assertEquals(ALL_ITEMS, decode(ALL, random));
        }
    }

    @Test
    void whatIsCompleteComesAtOnce() {
        ClixmlDecoder decoder = new ClixmlDecoder();
        assertEquals(List.of(new Warning("now")), decoder.feed("#< CLIXML\r\n" + OPEN + "<S S=\"Warning\">now</S>"));
        assertEquals(List.of(), decoder.feed("<S S=\"Warning\">la"));
        assertEquals(List.of(new Warning("later")), decoder.feed("ter</S>"));
    }

    @Test
    void plainTextPassesAtOnce() {
        ClixmlDecoder decoder = new ClixmlDecoder();
        assertEquals(List.of(new PlainText("a # b < c")), decoder.feed("a # b < c"));
        assertEquals(List.of(new PlainText("\r\n")), decoder.feed("\r\n#"));
        assertEquals(List.of(new PlainText("##<")), decoder.feed("#<"));
    }

    @Test
    void aByteOrderMarkMayStandBefore() {
        assertEquals(ALL_ITEMS, decode("\uFEFF" + ALL));
    }

    @Test
    void documentsMayFollowEachOther() {
        List<ClixmlItem> twice = new ArrayList<>(ALL_ITEMS);
        twice.addAll(ALL_ITEMS);
        assertEquals(twice, decode(ALL + ALL));
        assertEquals(twice, decode(ALL + "\r\n" + ALL));
        assertEquals(twice, decode(ALL + ALL.substring(ALL.indexOf("<Objs"))));
    }

    @Test
    void otherTextBetweenKeepsItsBlanks() {
        assertEquals(List.of(new PlainText("before\n"), new Warning("w"), new PlainText("\n   indented\nafter")),
            decode("before\n#< CLIXML\n" + OPEN + "<S S=\"Warning\">w</S></Objs>\n\n   indented\nafter"));
    }

    @Test
    void escapesAreUndoneOnce() {
        assertEquals(List.of(new ErrorText("_x000A_ \u001b \uD83D\uDE00 _x12_ _xyzzy_")),
            decode("#< CLIXML\n" + OPEN + "<S S=\"Error\">_x005F_x000A_ _x001B_ _xD83D__xDE00_ _x12_ _xyzzy_</S></Objs>"));
    }

    @Test
    void unknownNumbersOfProgressAreAbsent() {
        assertEquals(List.of(new Progress("Preparing", "", OptionalInt.empty(), OptionalInt.empty(), true)),
            decode("#< CLIXML\n" + OPEN + "<Obj S=\"progress\"><MS><PR N=\"Record\"><AV>Preparing</AV><PC>-1</PC><T>Completed</T><SR>-1</SR><SD> </SD></PR></MS></Obj></Objs>"));
    }

    @Test
    void brokenXmlComesOutAsText() {
        for (String broken : List.of("<Objs><S S=\"Error\">a & b</S></Objs>", "<Objs><S S=\"Error\">no end", "<Objs a='", "<Ob", "<Objs>text</Objs>",
                "<Objs><S S=\"Error\"><!-- c --></S></Objs>")) {
            String shown = decode("#< CLIXML\n" + broken).stream().map(item -> ((PlainText) item).text()).reduce("", String::concat);
            assertTrue(broken.contains(shown) && !shown.isEmpty(), broken + " -> " + shown);
        }
    }

    @Test
    void blanksWithoutEndCostNothing() {
        assertEquals(List.of(), decode("#< CLIXML\r\n" + " ".repeat(60_000)));
        StringBuilder shown = new StringBuilder();
        decode("#< CLIXML\n" + " ".repeat(2_000_000) + "x").forEach(item -> shown.append(((PlainText) item).text()));
        assertTrue(shown.toString().endsWith(" x"));
    }

    @Test
    void damageThrowsNothingAndLosesNoWordOutsideTags() {
        Random random = new Random(99);
        byte[] seed = (ALL + "\r\nplain\r\n" + ALL).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4_000; i++) {
            String damaged = new String(Mutations.of(seed, random), StandardCharsets.UTF_8);
            List<ClixmlItem> whole = decode(damaged);
            assertEquals(whole, decode(damaged, random), damaged);
        }
        for (int i = 0; i < 2_000; i++) {
            String text = "word" + random.nextInt() + "\r\n" + "# <Objs &".substring(random.nextInt(9)) + random.nextInt() + "\n";
            assertEquals(List.of(new PlainText(text)), decode(text, random));
        }
    }
}
