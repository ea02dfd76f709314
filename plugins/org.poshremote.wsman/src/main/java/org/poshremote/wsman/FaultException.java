package org.poshremote.wsman;

/** The service understood the request and answered with a SOAP fault. */
public final class FaultException extends WsmanException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public FaultException(Endpoint endpoint, Fault fault) {
        super(endpoint, fault.summary(), null);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
