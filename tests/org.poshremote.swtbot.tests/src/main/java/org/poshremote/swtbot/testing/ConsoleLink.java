package org.poshremote.swtbot.testing;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotStyledText;

/** A link in the console, as a person clicks it. */
public final class ConsoleLink {
    private ConsoleLink() {
    }

    /** Clicks on the text as soon as it is a link. */
    public static void click(Ide ide, String text) {
        SWTBotStyledText console = ide.bot.viewById("org.eclipse.ui.console.ConsoleView").bot().styledText();
        StyledText widget = console.widget;
        ide.until("there is a link", () -> ide.inUi(() -> Ide.textConsole()
            .map(shown -> shown.getHyperlink(shown.getDocument().get().indexOf(text)) != null).orElse(false)));
        ide.inUi(() -> {
            int at = widget.getText().indexOf(text);
            widget.setTopIndex(widget.getLineAtOffset(at));
            Point place = widget.getLocationAtOffset(at + 1);
            for (int type : new int[] {SWT.MouseEnter, SWT.MouseMove, SWT.MouseDown, SWT.MouseUp}) {
                Event event = new Event();
                event.x = place.x + 2;
                event.y = place.y + 4;
                event.button = type == SWT.MouseDown || type == SWT.MouseUp ? 1 : 0;
                event.count = 1;
                widget.notifyListeners(type, event);
            }
        });
    }
}
