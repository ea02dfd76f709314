package org.poshremote.demo.internal.soap;

/** The faults that the node knows; numbers as in wsmerror.h, shapes as in MS-WSMV and recordings of Windows nodes. */
public final class Faults {
    private static final String SELECTORS =
            "The WS-Management service cannot process the request because the request contained invalid selectors for the resource. ";
    private static final String INCORRECT = "The parameter is incorrect. ";
    private static final String CANNOT = "The WS-Management service cannot process the request. ";

    private Faults() {
    }

    public static FaultException timedOut() {
        return fault(SoapFault.receiver(2150858793L, "w:TimedOut",
                "The WS-Management service cannot complete the operation within the time specified in OperationTimeout.  "));
    }

    public static FaultException unknownShell(String id) {
        return fault(SoapFault.sender(2150858843L, "w:InvalidSelectors", "UnexpectedSelectors", SELECTORS)
                .because("The request for the Windows Remote Shell with ShellId " + id + " failed because the shell was not found on the server. "
                        + "Possible causes are: the specified ShellId is incorrect or the shell no longer exists on the server. "
                        + "Provide the correct ShellId or create a new shell and retry the operation. "));
    }

    public static FaultException unknownCommand() {
        return fault(SoapFault.sender(2150858843L, "w:InvalidSelectors", "UnexpectedSelectors", SELECTORS)
                .because("The Windows Remote Shell received a request to perform an operation on a command identifier that does not exist. "
                        + "Either the command has completed execution or the client specified an invalid command identifier. "));
    }

    public static FaultException noShellId() {
        return fault(SoapFault.sender(2150858842L, "w:InvalidSelectors", "InsufficientSelectors", SELECTORS)
                .because("The Windows Remote Shell cannot process the request because it requires the following selector: ShellId. "));
    }

    /** A value the shell plug-in does not take: no command id, an unknown stream or signal. */
    public static FaultException incorrectParameter() {
        return fault(SoapFault.sender(87, "w:InvalidParameter", "InvalidValue", INCORRECT).fromProvider());
    }

    public static FaultException codePageNotSupported() {
        String text = "The WinRS client cannot process the request. The server cannot set Code Page. "
                + "You may want to use the CHCP command to change the client Code Page to 437 and receive the results in English. ";
        return fault(SoapFault.sender(2150859072L, "w:InternalError", "", text).fromProvider());
    }

    public static FaultException aborted() {
        return fault(SoapFault.receiver(995, "w:InternalError",
                "The I/O operation has been aborted because of either a thread exit or an application request. "));
    }

    public static FaultException maxShells(int limit) {
        return fault(SoapFault.sender(2150859173L, "w:QuotaLimit", "", CANNOT + "This user is allowed a maximum number of " + limit
                + " concurrent shells, which has been exceeded. Close existing shells or raise the quota for this user. "));
    }

    public static FaultException maxOperations(int limit) {
        return fault(SoapFault.sender(2150859174L, "w:QuotaLimit", "", CANNOT + "This user is allowed a maximum number of " + limit
                + " concurrent operations, which has been exceeded. Close existing operations for this user, or raise the quota for this user. "));
    }

    public static FaultException maxProcesses() {
        return fault(SoapFault.sender(2150859241L, "w:QuotaLimit", "", CANNOT + "The maximum number of concurrent commands per shell has been "
                + "exceeded. Retry the request later or raise the Maximum Commands per Shell quota. "));
    }

    public static FaultException idleTimeoutOutOfBounds(long minimum, long maximum) {
        return fault(SoapFault.sender(2150859250L, "w:InvalidParameter", "InvalidValue", CANNOT + "The requested IdleTimeout is outside the allowed "
                + "range of " + minimum + " to " + maximum + " milliseconds. "));
    }

    public static FaultException invalidResourceUri(String uri) {
        return fault(SoapFault.sender(2150858811L, "a:DestinationUnreachable", "InvalidResourceURI", CANNOT + "The resource URI (" + uri
                + ") was not found in the WS-Management catalog. "
                + "The catalog contains the metadata that describes resources, or logical endpoints. "));
    }

    public static FaultException actionNotSupported(String action) {
        return fault(SoapFault.sender(2150858771L, "a:ActionNotSupported", "", "The action " + action + " is not supported by the service. "));
    }

    public static FaultException headerRequired(String header) {
        return fault(SoapFault.sender(2150858769L, "a:MessageInformationHeaderRequired", "", "A required header for the message is missing: "
                + header + ". "));
    }

    public static FaultException schemaValidation(String what) {
        return fault(SoapFault.sender(2150858817L, "w:SchemaValidationError", "",
                "The SOAP XML in the message does not match the corresponding XML schema definition. Change the XML and retry. ")
                .because("The SOAP XML in the message does not match the corresponding XML schema definition (" + what + "). Change the XML and retry. "));
    }

    public static FaultException envelopeTooLarge(long limit) {
        return fault(SoapFault.sender(2150858824L, "w:EncodingLimit", "MaxEnvelopeSizeExceeded", CANNOT
                + "The request is larger than the maximum envelope size of this service: " + limit + " bytes. "));
    }

    public static FaultException envelopeTooSmall() {
        return fault(SoapFault.sender(2150858878L, "w:EncodingLimit", "MinimumEnvelopeLimit", CANNOT
                + "The maximum envelope size that the request allows is too small; use at least 8192. "));
    }

    public static FaultException invalidTimeout() {
        return fault(SoapFault.sender(2150858881L, "w:InvalidParameter", "InvalidValue", CANNOT + "The OperationTimeout header is not valid. "));
    }

    public static FaultException invalidOption(String name) {
        return fault(SoapFault.sender(2150858835L, "w:InvalidOptions", "InvalidValue", CANNOT + "The value of the option " + name + " is not valid. "));
    }

    public static FaultException localeMustNotBeUnderstood() {
        return fault(SoapFault.sender(2150858887L, "w:UnsupportedFeature", "Locale", CANNOT
                + "The locale header cannot be marked mustUnderstand. "));
    }

    public static FaultException notUnderstood(String header) {
        return fault(new SoapFault(2150859035L, "MustUnderstand", "", "", "The header " + header + " was not understood. ",
                "The header " + header + " was not understood. ", false));
    }

    /** One that is made on purpose, whatever its number. */
    public static SoapFault numbered(long code) {
        return SoapFault.sender(code, code == 5 ? "w:AccessDenied" : "w:InternalError", "", CANNOT + "The demo node was told to answer with fault " + code + ". ");
    }

    private static FaultException fault(SoapFault fault) {
        return new FaultException(fault);
    }
}
