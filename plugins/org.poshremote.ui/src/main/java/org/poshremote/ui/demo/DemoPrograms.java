package org.poshremote.ui.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.personality.Personality;
import org.poshremote.demo.process.HostedProgram;

/** What the demo node of this workbench is and hosts. */
final class DemoPrograms {
    private static final String PERSONALITY = "windows-server-2022";

    private DemoPrograms() {
    }

    static DemoNodeSettings settings() {
        return DemoNodeSettings.of(Personality.named(PERSONALITY), (line, context) -> unknown(line.split(" ")[0]));
    }

    /** As cmd.exe answers. */
    private static HostedProgram unknown(String name) {
        return world -> {
            try {
                world.stderr().write(("'" + name + "' is not recognized as an internal or external command.\r\n").getBytes(StandardCharsets.UTF_8));
                return 1;
            } catch (IOException e) {
                return 1; // ended from outside
            }
        };
    }
}
