package org.poshremote.demo.internal.soap;

/** What only the server's side names, beside {@link org.poshremote.wsman.soap.Names}. */
public final class NodeNames {
    public static final String FAULT_DETAIL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/";
    public static final String CONTENT_TYPE = "application/soap+xml;charset=UTF-8";

    private NodeNames() {
    }
}
