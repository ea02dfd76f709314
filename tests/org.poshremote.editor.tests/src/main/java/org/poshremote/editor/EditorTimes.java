package org.poshremote.editor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.testing.Bench;

/**
 * How fast the editor is, printed. No test: nothing is asserted, and only {@code -Dtest=EditorTimes} runs it (docs/workbench.md).
 * A block is one turn of the event loop. Blocks, keys and opening are times of the UI thread on its processor, so that what else the
 * machine does counts little; the first problem is told by the clock.
 */
class EditorTimes {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int KEYS = 150;
    private static final String TYPED = "$value = Get-Item -Path \"$root\\x\" | Where-Object { $_.Length -gt 10 }\n";

    private final List<Double> blocks = new ArrayList<>();

    @Test
    void times() {
        Bench.page();
        // the first editor loads classes, the second one does not
        measure("warm-up", 200);
        measure("5000 lines", 5_000);
        measure("20000 lines", 20_000);
    }

    private void measure(String what, int lines) {
        String text = script(lines);
        long plain = open(Bench.file("plain" + lines + ".txt", text));
        Bench.page().closeAllEditors(false);
        settle(500);
        IFile file = Bench.file("script" + lines + ".ps1", text);
        long before = System.nanoTime();
        long cpu = CPU.getCurrentThreadCpuTime();
        ITextEditor editor = Bench.open(file);
        long opened = CPU.getCurrentThreadCpuTime() - cpu;
        boolean coloured = Bench.styleOf(editor, "function") != null;
        blocks.clear();
        long problems = System.nanoTime();
        while (Bench.markers(file, "org.poshremote.editor.problem").isEmpty() && System.nanoTime() - problems < 20_000_000_000L) {
            turn();
        }
        problems = System.nanoTime() - before;
        settle(2_000);
        say(what, "opened in %.0f ms (a plain text of that length: %.0f ms), coloured by then: %s", millis(opened), millis(plain), coloured);
        say(what, "first problem after %.0f ms; longest block of the UI thread after opening %.0f ms", millis(problems), blocks.stream().mapToDouble(d -> d).max().orElse(0));
        type(what, editor, text.length() / 2);
        type(what + ", at the top", editor, 0);
        Bench.clear();
    }

    private long open(IFile file) {
        long before = CPU.getCurrentThreadCpuTime();
        Bench.open(file);
        return CPU.getCurrentThreadCpuTime() - before;
    }

    /** As a fast typist does: a key every 40 ms. */
    private void type(String what, ITextEditor editor, int at) {
        StyledText widget = Bench.widget(editor);
        editor.selectAndReveal(Bench.document(editor).get().indexOf('\n', at) + 1, 0);
        settle(500);
        blocks.clear();
        List<Double> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            int caret = widget.getCaretOffset();
            long before = CPU.getCurrentThreadCpuTime();
            widget.replaceTextRange(caret, 0, String.valueOf(TYPED.charAt(i % TYPED.length())));
            keys.add(millis(CPU.getCurrentThreadCpuTime() - before));
            if (widget.getCaretOffset() == caret) {
                widget.setCaretOffset(caret + 1);
            }
            settle(40);
        }
        settle(1_000);
        say(what, "typing %d keys: key p50 %.1f ms, p99 %.1f ms, max %.1f ms; other blocks p99 %.1f ms, max %.1f ms, over 50 ms: %d", KEYS, at(keys, 0.5), at(keys, 0.99), at(keys, 1),
            at(blocks, 0.99), at(blocks, 1), blocks.stream().filter(d -> d > 50).count());
    }

    private void settle(int milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        while (System.nanoTime() < end) {
            turn();
        }
    }

    private void turn() {
        Display display = Display.getCurrent();
        long before = CPU.getCurrentThreadCpuTime();
        boolean more = display.readAndDispatch();
        blocks.add(millis(CPU.getCurrentThreadCpuTime() - before));
        if (!more) {
            display.timerExec(5, () -> {
                // wakes the display to look at the time again
            });
            display.sleep();
        }
    }

    private static double at(List<Double> values, double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * part) - 1));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static void say(String what, String format, Object... values) {
        System.out.println(what + ": " + String.format(Locale.ROOT, format, values));
    }

    private static String script(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i * 10 < lines; i++) {
            text.append("""
                function Set-Thing%1$d {
                    param([string] $Path, [int] $Count = %1$d)
                    # looks at each of them
                    foreach ($item in Get-ChildItem -Path $Path -Recurse) {
                        if ($item.Length -gt 10kb -and $item.Name -like "*.log") {
                            Write-Verbose -Message "Found $($item.FullName) of $Count"
                        }
                    }
                    gci $Path | Sort-Object Name
                }
                """.formatted(i));
        }
        return text.toString();
    }
}
