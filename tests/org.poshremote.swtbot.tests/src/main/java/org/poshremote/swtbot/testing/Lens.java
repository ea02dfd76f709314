package org.poshremote.swtbot.testing;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtbot.eclipse.finder.widgets.SWTBotEclipseEditor;

/** What is drawn above a line of an editor. It is no widget: it is found and clicked as with a mouse, by where the pointer is a hand. */
public final class Lens {
    private static final int FROM_LEFT = 10;

    private final Ide ide;
    private final StyledText text;
    private final int line;

    /** Above a line, counted from 0. */
    public Lens(Ide ide, SWTBotEclipseEditor editor, int line) {
        this.ide = ide;
        this.text = editor.getStyledText().widget;
        this.line = line;
    }

    /** Waits until there is one. */
    public void click() {
        ide.until("there is a lens above line " + (line + 1), () -> ide.inUi(this::place).isPresent());
        ide.inUi(() -> {
            int y = place().orElseThrow();
            mouse(SWT.MouseMove, y);
            mouse(SWT.MouseDown, y);
            mouse(SWT.MouseUp, y);
        });
    }

    /** From the top of the editor, in pixels. In the UI thread. */
    private OptionalInt place() {
        if (text.isDisposed() || text.getLineVerticalIndent(line) == 0) {
            return OptionalInt.empty();
        }
        Point start = text.getLocationAtOffset(text.getOffsetAtLine(line));
        return IntStream.range(Math.max(0, start.y - 2 * text.getLineHeight()), start.y).filter(this::isHand).findFirst();
    }

    private boolean isHand(int y) {
        mouse(SWT.MouseMove, y);
        return text.getDisplay().getSystemCursor(SWT.CURSOR_HAND).equals(text.getCursor());
    }

    private void mouse(int type, int y) {
        Event event = new Event();
        event.type = type;
        event.widget = text;
        event.display = text.getDisplay();
        event.x = FROM_LEFT;
        event.y = y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.count = 1;
        text.notifyListeners(type, event);
    }
}
