package org.poshremote.demo.process;

/** Finds the program that a command line means, by the rules of cmd.exe. */
@FunctionalInterface
public interface ProgramResolver {
    /**
     * @param commandLine command and arguments as the client sent them, joined by blanks
     * @return never null: an unknown command is a program too, one that says so on its standard error and ends with 1
     */
    HostedProgram resolve(String commandLine, ProgramContext context);
}
