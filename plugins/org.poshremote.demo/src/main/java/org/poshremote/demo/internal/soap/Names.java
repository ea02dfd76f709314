package org.poshremote.demo.internal.soap;

/** Namespaces and URIs of MS-WSMV 2.2.1 that the node speaks. */
public final class Names {
    public static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    public static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    public static final String WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public static final String WSMV = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
    public static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    public static final String CMD = SHELL + "/cmd";
    public static final String CONFIG = "http://schemas.microsoft.com/wbem/wsman/1/config";
    public static final String WSMAN_FAULT = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    public static final String IDENTIFY = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
    public static final String ANONYMOUS = ADDRESSING + "/role/anonymous";
    public static final String XML = "http://www.w3.org/XML/1998/namespace";
    public static final String FAULT_DETAIL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/";
    public static final String CONTENT_TYPE = "application/soap+xml;charset=UTF-8";

    private Names() {
    }
}
