package org.poshremote.wsman.auth.ntlm;

/** Flags of a negotiation (MS-NLMP 2.2.2.5). */
public final class NtlmFlags {
    public static final int UNICODE = 0x00000001;
    public static final int REQUEST_TARGET = 0x00000004;
    public static final int SIGN = 0x00000010;
    public static final int SEAL = 0x00000020;
    public static final int NTLM = 0x00000200;
    public static final int ALWAYS_SIGN = 0x00008000;
    public static final int TARGET_TYPE_SERVER = 0x00020000;
    public static final int EXTENDED_SESSION_SECURITY = 0x00080000;
    public static final int TARGET_INFO = 0x00800000;
    public static final int VERSION = 0x02000000;
    public static final int KEY_128 = 0x20000000;
    public static final int KEY_EXCHANGE = 0x40000000;
    public static final int KEY_56 = 0x80000000;

    /** What every negotiation of ours has: without one of these it would be a weaker protocol. */
    public static final int REQUIRED = UNICODE | NTLM | EXTENDED_SESSION_SECURITY | TARGET_INFO | KEY_128 | KEY_EXCHANGE | SIGN;

    private NtlmFlags() {
    }
}
