package org.poshremote.wsman.clixml;

import java.util.OptionalInt;

/** One thing that a PowerShell host wrote to its standard error. All texts are the node's and hence data. */
public sealed interface ClixmlItem {
    /** Text outside of CLIXML: a native program's, or what could not be read as CLIXML. Cut anywhere. */
    record PlainText(String text) implements ClixmlItem {
    }

    /** One line of an error as PowerShell formats it, with its line end; a record spans several, the last one blank. */
    record ErrorText(String text) implements ClixmlItem {
    }

    record Warning(String text) implements ClixmlItem {
    }

    record Verbose(String text) implements ClixmlItem {
    }

    record Debug(String text) implements ClixmlItem {
    }

    record Information(String text) implements ClixmlItem {
    }

    /**
     * A progress record (MS-PSRP 2.2.3.12 names the same fields).
     *
     * @param percent          0 to 100, where known
     * @param secondsRemaining where known
     */
    record Progress(String activity, String status, OptionalInt percent, OptionalInt secondsRemaining, boolean completed)
            implements ClixmlItem {
    }
}
