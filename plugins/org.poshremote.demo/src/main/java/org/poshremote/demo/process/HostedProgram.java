package org.poshremote.demo.process;

/**
 * What the server hosts for one command: code of ours that behaves like a console program. It is never a local process.
 */
@FunctionalInterface
public interface HostedProgram {
    /**
     * Runs on a virtual thread of its own until the program ends.
     *
     * @return the exit code; on the wire it is the unsigned 32 bit value of these bits
     * @throws InterruptedException when the program was ended from outside (terminate signal, shell deleted, node closed)
     */
    int run(ProgramContext context) throws InterruptedException;
}
