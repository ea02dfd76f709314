package org.poshremote.demo.interpreter;

/** A jump out of statements. Not an error. */
abstract sealed class Leave extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Leave() {
        super(null, null, false, false);
    }

    static final class Return extends Leave {
        private static final long serialVersionUID = 1L;
    }

    static final class Exit extends Leave {
        private static final long serialVersionUID = 1L;
        final int code;

        Exit(int code) {
            this.code = code;
        }
    }

    static final class Loop extends Leave {
        private static final long serialVersionUID = 1L;
        final boolean goesOn;
        final String label;

        Loop(boolean goesOn, String label) {
            this.goesOn = goesOn;
            this.label = label;
        }

        boolean isFor(String loopLabel) {
            return label.isEmpty() || label.equalsIgnoreCase(loopLabel);
        }
    }

    /** The program was ended from outside. */
    static final class Interrupted extends Leave {
        private static final long serialVersionUID = 1L;
    }

    /** Select-Object -First has what it wanted. */
    static final class Enough extends Leave {
        private static final long serialVersionUID = 1L;
    }
}
