package org.poshremote.ui.console;

import org.poshremote.core.codepage.CodePages;
import org.poshremote.ui.launch.RemoteProcess;

/** The console's tools for tests of other packages. */
public final class ConsoleFixture {
    private ConsoleFixture() {
    }

    public static void recode(RemoteProcess process, int codePage) {
        new RecodeAction(process).show(CodePages.of(codePage));
    }
}
