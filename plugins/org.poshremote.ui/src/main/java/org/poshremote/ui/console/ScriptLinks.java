package org.poshremote.ui.console;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.console.FileLink;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.launch.LaunchAttributes;

/**
 * Makes a link of what looks like a position in the script that ran. PowerShell writes it in the language of the node, as in
 * "At line:12 char:5" or "In Zeile:12 Zeichen:5", so it is found by its shape.
 */
public final class ScriptLinks implements IPatternMatchListenerDelegate {
    /** Repeated in plugin.xml, where the console needs it; a test compares. */
    static final Pattern POSITION = Pattern.compile(
            "[\\p{L}]+[\\s\\u00a0]?:[\\s\\u00a0]?([0-9]{1,7})\\s+[\\p{L}]+[\\s\\u00a0]?:[\\s\\u00a0]?([0-9]{1,5})(?![0-9])");

    private TextConsole console;

    @Override
    public void connect(TextConsole given) {
        console = given;
    }

    @Override
    public void disconnect() {
        console = null;
    }

    @Override
    public void matchFound(PatternMatchEvent event) {
        TextConsole into = console;
        if (into == null) {
            return;
        }
        try {
            Optional<IFile> script = script(into);
            String text = into.getDocument().get(event.getOffset(), event.getLength());
            Matcher matcher = POSITION.matcher(text);
            if (script.isPresent() && matcher.find()) {
                into.addHyperlink(link(script.get(), Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))),
                        event.getOffset() + matcher.start(), matcher.end() - matcher.start());
            }
        } catch (BadLocationException e) {
            // the console has let go of these lines meanwhile
        }
    }

    private static FileLink link(IFile script, int line, int column) {
        return new FileLink(script, null, -1, -1, line) {
            @Override
            public void linkActivated() {
                ScriptPosition.open(script, line, column);
            }
        };
    }

    /** The script of the run whose console this is. */
    static Optional<IFile> script(TextConsole console) {
        if (!(console instanceof org.eclipse.debug.ui.console.IConsole processConsole)) {
            return Optional.empty();
        }
        IProcess process = processConsole.getProcess();
        ILaunchConfiguration configuration = process == null ? null : process.getLaunch().getLaunchConfiguration();
        return script(configuration);
    }

    /** The script whose lines a configuration runs. */
    static Optional<IFile> script(ILaunchConfiguration configuration) {
        if (configuration == null) {
            return Optional.empty();
        }
        try {
            // positions in a selection count from its first line, which is not that of the file
            if (!configuration.getAttribute(LaunchAttributes.SCRIPT_TEXT, "").isEmpty() && !configuration.getAttribute(LaunchAttributes.LINES_OF_SCRIPT, false)) {
                return Optional.empty();
            }
            IPath path = IPath.fromPortableString(configuration.getAttribute(LaunchAttributes.SCRIPT, ""));
            return path.segmentCount() < 2 ? Optional.empty()
                    : Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(path)).filter(IFile::exists);
        } catch (CoreException e) {
            PoshRemotePlugin.log(e.getStatus().getMessage(), e);
            return Optional.empty();
        }
    }
}
