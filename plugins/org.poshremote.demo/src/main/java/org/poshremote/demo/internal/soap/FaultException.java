package org.poshremote.demo.internal.soap;

/** Ends an operation with a fault. */
public final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient SoapFault fault;

    public FaultException(SoapFault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    public SoapFault fault() {
        return fault;
    }
}
