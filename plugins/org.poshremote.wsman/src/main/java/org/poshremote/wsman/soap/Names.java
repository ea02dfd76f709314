package org.poshremote.wsman.soap;

/** Namespaces, actions and resources (MS-WSMV 2.2.1, 3.1.4.1.1; DSP0226). */
public final class Names {
    public static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    public static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public static final String WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public static final String WSMV = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
    public static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    public static final String FAULT_DETAIL = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    public static final String IDENTITY = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
    public static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";

    public static final String ANONYMOUS = ADDRESSING + "/role/anonymous";
    public static final String COMMAND_SHELL = SHELL + "/cmd";

    /** What {@code winrm get winrm/config} shows (MS-WSMV 2.2.4.10). */
    public static final String CONFIGURATION = "http://schemas.microsoft.com/wbem/wsman/1/config";
    /** Followed by the name of an endpoint, such as "Microsoft.PowerShell" (MS-WSMV 3.1.4.1.1; MS-PSRP 2.1). */
    public static final String POWERSHELL = "http://schemas.microsoft.com/powershell/";
    /** Of the element creationXml (MS-PSRP 3.1.5.3.1). */
    public static final String POWERSHELL_CREATION = "http://schemas.microsoft.com/powershell";

    public static final String CREATE = TRANSFER + "/Create";
    public static final String GET = TRANSFER + "/Get";
    public static final String DELETE = TRANSFER + "/Delete";
    public static final String COMMAND = SHELL + "/Command";
    public static final String SEND = SHELL + "/Send";
    public static final String RECEIVE = SHELL + "/Receive";
    public static final String SIGNAL = SHELL + "/Signal";

    private Names() {
    }
}
