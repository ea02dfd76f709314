package org.poshremote.ui.console;

import java.io.IOException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.IOConsole;
import org.eclipse.ui.console.IOConsoleOutputStream;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.run.OutputRecording;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.PoshRemotePlugin;

/** A console page with the output of a run, decoded once more. */
final class RecodedConsole {
    /** As much as a console of a run keeps by default many times over; what is before it is left out. */
    private static final int HIGH_WATER = 8_000_000;

    private RecodedConsole() {
    }

    static IOConsole open(String label, OutputRecording recording, CodePage page) {
        String name = NLS.bind(Messages.RecodedConsole_name, label, page);
        IOConsole console = new IOConsole(name, Icons.CODE_PAGE.descriptor());
        console.setWaterMarks(HIGH_WATER / 2, HIGH_WATER);
        IOConsoleOutputStream output = console.newOutputStream();
        IOConsoleOutputStream error = console.newOutputStream();
        output.setColor(DebugUITools.getPreferenceColor(IDebugUIConstants.ID_STANDARD_OUTPUT_STREAM));
        error.setColor(DebugUITools.getPreferenceColor(IDebugUIConstants.ID_STANDARD_ERROR_STREAM));
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        manager.addConsoles(new IConsole[] {console});
        manager.showConsoleView(console);
        Job.create(name, monitor -> {
            try (output; error) {
                recording.decode(page.charset().orElseThrow(), (stream, text) -> write(stream == OutputRecording.Stream.STDOUT ? output : error, text));
            } catch (IOException e) {
                return PoshRemotePlugin.error(NLS.bind(Messages.RecodedConsole_failed, e.getMessage()), e);
            }
            return Status.OK_STATUS;
        }).schedule();
        return console;
    }

    private static void write(IOConsoleOutputStream into, String text) {
        try {
            into.write(text);
        } catch (IOException e) {
            // the person has closed the page
        }
    }
}
