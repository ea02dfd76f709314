package org.poshremote.ui.launch;

/**
 * What a launch configuration of type <em>Remote PowerShell</em> stores. None of it is a secret: the files are shared in teams.
 * Environment variables are stored as the platform does.
 */
public final class LaunchAttributes {
    public static final String TYPE = "org.poshremote.ui.remotePowerShell";
    public static final String GROUP = "org.eclipse.debug.ui.launchGroup.run";
    /** Value of {@code IProcess.ATTR_PROCESS_TYPE}; the console's colours and links depend on it. */
    public static final String PROCESS_TYPE = "org.poshremote.ui.run";

    private static final String PREFIX = "org.poshremote.";

    /** Workspace path such as "/project/folder/script.ps1", or a path in the file system; string variables are expanded. */
    public static final String SCRIPT = PREFIX + "script";
    /** A script given as text instead, such as a selection; {@link #SCRIPT} then names where it was taken from. */
    public static final String SCRIPT_TEXT = PREFIX + "scriptText";
    /** Boolean: the lines of that text are those of the script. */
    public static final String LINES_OF_SCRIPT = PREFIX + "linesOfScript";
    /** Name of the target. */
    public static final String TARGET = PREFIX + "target";
    /** As on a command line: separated by blanks, quoted with " where they hold some. String variables are expanded. */
    public static final String ARGUMENTS = PREFIX + "arguments";
    /** On the node. */
    public static final String WORKING_FOLDER = PREFIX + "workingFolder";
    /** A {@link StandardInputKind}. */
    public static final String STDIN_KIND = PREFIX + "stdin";
    public static final String STDIN_TEXT = PREFIX + "stdinText";
    /** A path like that of the script. */
    public static final String STDIN_FILE = PREFIX + "stdinFile";

    /** Identifier of an authentication; empty: as the target says. */
    public static final String AUTHENTICATION = PREFIX + "authentication";
    /** "auto" or a number; empty: as the target says. */
    public static final String CODE_PAGE = PREFIX + "codePage";
    public static final String SHELL = PREFIX + "shell";
    public static final String CLR = PREFIX + "clr";
    public static final String CLR_FORCED = PREFIX + "clrForced";
    public static final String PROFILE_SCRIPTS = PREFIX + "profileScripts";
    /** Seconds; 0: no limit. */
    public static final String SILENCE_TIMEOUT = PREFIX + "silenceTimeout";
    /** Seconds; 0: no limit. */
    public static final String TOTAL_TIMEOUT = PREFIX + "totalTimeout";
    /** Numbers separated by commas or blanks. */
    public static final String ACCEPTED_EXIT_CODES = PREFIX + "acceptedExitCodes";

    /** Where standard input comes from. */
    public enum StandardInputKind {
        NONE, TEXT, FILE
    }

    private LaunchAttributes() {
    }
}
