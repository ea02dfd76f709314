package org.poshremote.demo.interpreter;

/** An error on its way up: it ends a statement, or, where it was thrown or made so, the script. */
final class PsError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ErrorRecord errorRecord;
    private final boolean endsScript;
    private final transient Object thrown;

    PsError(ErrorRecord errorRecord, boolean endsScript, Object thrown) {
        super(errorRecord.message(), null, false, false);
        this.errorRecord = errorRecord;
        this.endsScript = endsScript;
        this.thrown = thrown;
    }

    /** Of the runtime itself: ends the statement. */
    static PsError runtime(String message, String id) {
        return new PsError(new ErrorRecord(message, id, "InvalidOperation", "", "", "RuntimeException", ""), false, null);
    }

    static PsError runtime(String message, String id, String category, String type) {
        return new PsError(new ErrorRecord(message, id, category, "", "", type, ""), false, null);
    }

    /** The subset ends here. */
    static PsError notSupported(String what) {
        return runtime("The demo node does not support " + what + ".", "DemoNodeNotSupported", "NotImplemented", "NotSupportedException");
    }

    ErrorRecord errorRecord() {
        return errorRecord;
    }

    boolean endsScript() {
        return endsScript;
    }

    Object thrown() {
        return thrown;
    }

    PsError at(String position) {
        return errorRecord.position().isEmpty() ? new PsError(errorRecord.at(position), endsScript, thrown) : this;
    }
}
