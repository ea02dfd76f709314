package org.poshremote.core.run.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.core.run.RunEvent;

class ClixmlErrorsTest {
    private static final String TWO_ERRORS = "#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
            + "<S S=\"Error\">first é_x000D__x000A_</S><S S=\"Error\">At line:3 char:7_x000D__x000A_</S><S S=\"Error\">+ x_x000D__x000A_</S>"
            + "<S S=\"Error\"> _x000D__x000A_</S><S S=\"warning\">careful</S><S S=\"Error\">second_x000D__x000A_</S></Objs>";

    private static List<RunEvent> events(byte[] bytes, Random random, int most) {
        List<RunEvent> events = new ArrayList<>();
        ClixmlErrors errors = new ClixmlErrors(StandardCharsets.UTF_8, new Emitter(events::add));
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(1 + random.nextInt(most), bytes.length - at);
            errors.accept(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        errors.finish();
        return events;
    }

    @Test
    void linesOfOneErrorAreOneEventHoweverTheyAreCut() {
        byte[] bytes = TWO_ERRORS.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(8);
        for (int i = 0; i < 200; i++) {
            List<RunEvent> events = events(bytes, random, 1 + random.nextInt(40));
            assertEquals(3, events.size(), events.toString());
            RunEvent.ErrorRecord first = (RunEvent.ErrorRecord) events.get(0);
            assertTrue(first.text().startsWith("first é"), first.text());
            assertEquals(3, first.position().orElseThrow().line());
            assertEquals(new RunEvent.Warning("careful"), events.get(1));
            assertEquals("second", ((RunEvent.ErrorRecord) events.get(2)).text());
        }
    }

    @Test
    void anErrorWithoutEndIsGivenWhenNothingFollows() {
        List<RunEvent> events = new ArrayList<>();
        ClixmlErrors errors = new ClixmlErrors(StandardCharsets.UTF_8, new Emitter(events::add));
        errors.accept("#< CLIXML\r\n<Objs><S S=\"Error\">lonely_x000D__x000A_</S>".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, events.size());
        errors.idle();
        assertEquals("lonely", ((RunEvent.ErrorRecord) events.get(0)).text());
    }
}
