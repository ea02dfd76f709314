package org.poshremote.core.run.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.poshremote.core.run.NodeGreeting;

/** What a run needs of a connection to a node; the seam between runs and the protocol. All calls block. */
public interface NodeConnection extends AutoCloseable {
    Shell open(ShellPlan plan) throws NodeException;

    /** HTTP requests so far; over SSH the commands started. */
    int requests();

    /** Ends every pending call. Idempotent, from any thread. */
    @Override
    void close();

    /** @param codePage empty: the node's own */
    record ShellPlan(OptionalInt codePage, Optional<String> workingFolder, Map<String, String> environment,
            Duration idleTimeout) {
    }

    /** A command shell on the node. */
    interface Shell {
        Command start(String commandLine, boolean consoleModeStdin) throws NodeException;

        /** Deletes the shell and with it every process in it, also while a receive is pending. */
        void delete() throws NodeException;
    }

    /** A process in the shell. Send, receive and signal may be called from different threads. */
    interface Command {
        /** Bytes that one request carries. */
        int sendSize();

        void send(byte[] data, int offset, int length, boolean end) throws NodeException;

        /** Waits for output; may come back with nothing. */
        Answer receive() throws NodeException;

        /** How often a receive was asked again after a lost connection: output may be missing there. */
        int resumptions();

        void terminate() throws NodeException;

        /** The script's host has said who it is. */
        default void greeted(NodeGreeting greeting) {
            // what is known of the process by the shell is enough
        }

        /** Only for a command with console-mode standard input. */
        void interrupt() throws NodeException;
    }

    /** @param exitCode present at the end, as a rule */
    record Answer(List<Piece> pieces, boolean done, OptionalLong exitCode) {
    }

    record Piece(boolean error, byte[] data) {
    }
}
