package org.poshremote.ui.console;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.console.ConsoleColorProvider;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.poshremote.ui.launch.RunStreams;
import org.poshremote.ui.launch.RunStreams.Kind;

/** The colours of the streams of a run, from the theme; output and error have those of every console. */
public final class RunColors extends ConsoleColorProvider {
    private static final Map<Kind, String> COLORS = new EnumMap<>(Map.of(
            Kind.WARNING, "org.poshremote.ui.warningColor", Kind.VERBOSE, "org.poshremote.ui.verboseColor",
            Kind.DEBUG, "org.poshremote.ui.debugColor", Kind.NOTE, "org.poshremote.ui.noteColor"));

    @Override
    public void connect(IProcess process, IConsole console) {
        super.connect(process, console);
        if (process.getStreamsProxy() instanceof RunStreams streams) {
            COLORS.keySet().forEach(kind -> console.connect(streams.stream(kind), kind.id()));
        }
    }

    /** Nothing can be typed to a run. */
    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public Color getColor(String streamIdentifier) {
        for (Map.Entry<Kind, String> entry : COLORS.entrySet()) {
            if (entry.getKey().id().equals(streamIdentifier)) {
                return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get(entry.getValue());
            }
        }
        return super.getColor(streamIdentifier);
    }
}
