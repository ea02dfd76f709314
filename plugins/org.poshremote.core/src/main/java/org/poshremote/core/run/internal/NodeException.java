package org.poshremote.core.run.internal;

import java.util.Optional;
import org.poshremote.core.run.RunFailure;

/**
 * A request to the node failed.
 *
 * <p>The kind is what it would be before the script begins; the run knows better what it means later.
 */
public final class NodeException extends Exception {
    private static final long serialVersionUID = 1L;
    /** The node cannot set the code page asked for (ERROR_WSMAN_WINRS_CODE_PAGE_NOT_SUPPORTED). */
    public static final long CODE_PAGE_NOT_SUPPORTED = 2150859072L;

    private final RunFailure.Kind kind;
    private final long faultCode;
    private final boolean requestSent;
    private final transient Optional<String> remedy;

    /**
     * @param faultCode   0 where the node answered no fault
     * @param requestSent whether the node may have seen the request
     */
    public NodeException(RunFailure.Kind kind, String message, Optional<String> remedy, long faultCode,
            boolean requestSent, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.faultCode = faultCode;
        this.requestSent = requestSent;
        this.remedy = remedy;
    }

    public RunFailure.Kind kind() {
        return kind;
    }

    public long faultCode() {
        return faultCode;
    }

    public boolean requestSent() {
        return requestSent;
    }

    public Optional<String> remedy() {
        return remedy;
    }
}
