package org.poshremote.cli.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.options.TargetOptions;
import org.poshremote.core.target.Target;

/** Asks before a run on a protected target. A name has to be typed: a habitual "y" would protect nothing. */
final class Confirmation {
    private static final int LONGEST_ANSWER = 1000;

    private Confirmation() {
    }

    /** @param script for people */
    static void ask(Target target, String script, TargetOptions options, Surroundings surroundings) throws CommandFailure {
        if (!target.protectedTarget() || options.yes()) {
            return;
        }
        if (!surroundings.terminal().inIsTerminal()) {
            throw new CommandFailure(ExitCodes.USAGE, "the target " + target.name() + " is protected, and nobody can be asked here. Nothing was run. "
                + "If " + script + " is meant for " + target.address() + ", give --yes.");
        }
        surroundings.terminal().err("The target " + target.name() + " (" + target.address() + ") is protected. Type its name to run " + script + " on it: ");
        if (!line(surroundings).strip().equalsIgnoreCase(target.name())) {
            throw new CommandFailure(ExitCodes.USAGE, "nothing was run on " + target.name() + ".");
        }
    }

    /** Not a byte more than the line: the rest of the input may be the script's. */
    private static String line(Surroundings surroundings) throws CommandFailure {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            for (int b = surroundings.in().read(); b >= 0 && b != '\n' && answer.size() < LONGEST_ANSWER; b = surroundings.in().read()) {
                answer.write(b);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.USAGE, "your answer could not be read: " + e.getMessage(), e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
