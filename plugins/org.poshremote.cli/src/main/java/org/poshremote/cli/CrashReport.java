package org.poshremote.cli;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A mistake of this program as text to be reported: which exceptions, and where. Their messages are left out: they quote what was
 * worked on, which may be a script or a secret.
 */
final class CrashReport {
    private static final int MOST_FRAMES = 60;

    private CrashReport() {
    }

    static String of(Throwable mistake) {
        StringBuilder text = new StringBuilder();
        line(text, "Java " + Runtime.version() + ", " + System.getProperty("os.name") + "; poshremote --version has the rest");
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = mistake; cause != null && seen.add(cause); cause = cause.getCause()) {
            line(text, (seen.size() == 1 ? "" : "Caused by ") + cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                line(text, "    at " + frames[i]);
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
