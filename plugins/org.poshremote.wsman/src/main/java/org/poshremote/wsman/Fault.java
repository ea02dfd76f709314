package org.poshremote.wsman;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A SOAP fault (SOAP 1.2 part 1, 5.4) with the detail that WinRM gives it (MS-WSMV 2.2.4.43, WSManFault). Texts are in the
 * service's language and are data; what to do is decided by the numbers.
 *
 * @param code         WSManFault/@Code, unsigned 32 bit; 0 where there is none
 * @param soapCode     local name of the SOAP code, "Sender" or "Receiver"
 * @param subcode      local name of the subcode such as "TimedOut"; empty where there is none
 * @param text         the reason, or the WSManFault's message where that says more
 * @param machine      WSManFault/@Machine; empty where there is none
 * @param providerCode the number of the provider's own fault or of an MSFT_WmiError in the detail
 */
public record Fault(long code, String soapCode, String subcode, String text, String machine,
        Optional<ProviderFault> provider, OptionalLong providerCode) {
    /** Nothing happened within the operation time-out (ERROR_WSMAN_OPERATION_TIMEDOUT): on Receive a poll, not an error. */
    public static final long OPERATION_TIMED_OUT = 0x80338029L;
    /** The shell is not there, or not any more (ERROR_WSMAN_UNEXPECTED_SELECTORS). */
    public static final long UNEXPECTED_SELECTORS = 0x8033805BL;
    /** The service cannot set the code page asked for (ERROR_WSMAN_WINRS_CODE_PAGE_NOT_SUPPORTED). */
    public static final long CODE_PAGE_NOT_SUPPORTED = 0x80338140L;

    /** What the plug-in behind the service says: the detail's ProviderFault. */
    public record ProviderFault(String name, String path, String text) {
    }

    public boolean isOperationTimeOut() {
        return code == OPERATION_TIMED_OUT || code == 0 && subcode.equals("TimedOut");
    }

    /** "2150859072 (0x80338140): text", on one line. */
    public String summary() {
        String words = provider.map(ProviderFault::text).filter(more -> !more.isBlank() && text.isBlank()).orElse(text)
            .strip().replaceAll("\\s+", " ");
        String number = code == 0 ? (subcode.isEmpty() ? soapCode : subcode) : code + " (" + String.format("0x%08X", code) + ")";
        return number + (words.isEmpty() ? "" : ": " + words);
    }
}
