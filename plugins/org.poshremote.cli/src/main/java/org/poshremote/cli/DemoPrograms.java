package org.poshremote.cli;

import java.nio.charset.StandardCharsets;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.ProgramResolver;

/** The programs of the machine that a demo node plays. */
final class DemoPrograms {
    private DemoPrograms() {
    }

    static ProgramResolver of(Personality personality) {
        return (line, context) -> world -> {
            try {
                world.stderr().write(("'" + line.split(" ")[0] + "' is not recognized as an internal or external command.\r\n").getBytes(StandardCharsets.UTF_8));
            } catch (java.io.IOException e) {
                return 1;
            }
            return 1;
        };
    }
}
