package org.poshremote.core.run;

import java.util.Optional;

/**
 * How the remote process ended.
 *
 * @param code     unsigned 32 bit
 * @param name     the HRESULT, NTSTATUS or Windows error of this number, such as "STATUS_ACCESS_VIOLATION"
 * @param meaning  a sentence for the person, where known
 * @param accepted 0, or one of the run's accepted codes
 */
public record ExitStatus(long code, Optional<String> name, Optional<String> meaning, boolean accepted) {
    /** "0", "3010 (ERROR_SUCCESS_REBOOT_REQUIRED)", "3221225477 (0xC0000005, STATUS_ACCESS_VIOLATION)". */
    @Override
    public String toString() {
        String hex = code > 0xFFFF ? String.format("0x%08X", code) : "";
        String detail = hex + (hex.isEmpty() || name.isEmpty() ? "" : ", ") + name.orElse("");
        return detail.isEmpty() ? Long.toString(code) : code + " (" + detail + ")";
    }
}
