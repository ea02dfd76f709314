package org.poshremote.editor.server;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

/** What the server says about itself, in a console of its own that opens nothing by itself. */
final class ServerLog {
    private static MessageConsoleStream stream;

    private ServerLog() {
    }

    static synchronized void line(String text) {
        if (stream == null) {
            MessageConsole console = new MessageConsole(Messages.ServerLog_name, null);
            ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] {console});
            stream = console.newMessageStream();
            stream.setActivateOnWrite(false);
        }
        stream.println(text);
    }

    static void restart(long milliseconds) {
        line(NLS.bind(Messages.ServerLog_restart, milliseconds));
    }
}
