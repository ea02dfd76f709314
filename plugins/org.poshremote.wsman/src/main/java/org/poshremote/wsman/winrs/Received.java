package org.poshremote.wsman.winrs;

import java.util.List;
import java.util.OptionalLong;

/**
 * The answer to one Receive.
 *
 * @param exitCode unsigned 32 bit; with {@link CommandState#DONE}, as a rule
 */
public record Received(List<StreamChunk> chunks, CommandState state, OptionalLong exitCode) {
    /** The operation time-out passed without output: ask again. */
    public static final Received NOTHING = new Received(List.of(), CommandState.RUNNING, OptionalLong.empty());

    public Received {
        chunks = List.copyOf(chunks);
    }
}
