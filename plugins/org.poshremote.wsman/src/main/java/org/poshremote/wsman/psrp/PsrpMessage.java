package org.poshremote.wsman.psrp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A message of PowerShell remoting (MS-PSRP 2.2.1).
 *
 * @param toServer whether a client sends it
 * @param type     one of the constants here, or any other of MS-PSRP 2.2.2
 * @param pipeline all zeros where the message is the pool's own
 * @param data     an object as CLIXML (MS-PSRP 2.2.5), without byte order mark
 */
public record PsrpMessage(boolean toServer, int type, UUID pool, UUID pipeline, String data) {
    /** MS-PSRP 2.2.2.1: the versions that one side knows. */
    public static final int SESSION_CAPABILITY = 0x00010002;
    /** MS-PSRP 2.2.2.2 */
    public static final int INIT_RUNSPACEPOOL = 0x00010004;
    /** MS-PSRP 2.2.2.9 */
    public static final int RUNSPACEPOOL_STATE = 0x00021005;
    /** MS-PSRP 2.2.2.13: among others the server's $PSVersionTable. */
    public static final int APPLICATION_PRIVATE_DATA = 0x00021009;

    private static final UUID NONE = new UUID(0, 0);
    private static final int CLIENT = 1;
    private static final int SERVER = 2;
    private static final int HEADER = 4 + 4 + 16 + 16;

    public static PsrpMessage toServer(int type, UUID pool, String data) {
        return new PsrpMessage(true, type, pool, NONE, data);
    }

    public static PsrpMessage toClient(int type, UUID pool, String data) {
        return new PsrpMessage(false, type, pool, NONE, data);
    }

    public byte[] toBytes() {
        byte[] text = data.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(HEADER + text.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(toServer ? SERVER : CLIENT).putInt(type);
        put(out, pool);
        put(out, pipeline);
        return out.put(text).array();
    }

    public static PsrpMessage read(byte[] bytes) throws MalformedPsrpException {
        if (bytes.length < HEADER) {
            throw new MalformedPsrpException("a message of " + bytes.length + " bytes has no header");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int destination = in.getInt();
        if (destination != CLIENT && destination != SERVER) {
            throw new MalformedPsrpException("a message goes neither to client nor to server");
        }
        int type = in.getInt();
        UUID pool = uuid(in);
        UUID pipeline = uuid(in);
        String text = new String(bytes, HEADER, bytes.length - HEADER, StandardCharsets.UTF_8);
        return new PsrpMessage(destination == SERVER, type, pool, pipeline, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The first three fields little-endian, the rest as it is (MS-DTYP 2.3.4.2). */
    private static void put(ByteBuffer out, UUID id) {
        long high = id.getMostSignificantBits();
        out.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        out.putLong(Long.reverseBytes(id.getLeastSignificantBits()));
    }

    private static UUID uuid(ByteBuffer in) {
        long high = (in.getInt() & 0xFFFFFFFFL) << 32;
        high |= (in.getShort() & 0xFFFFL) << 16;
        high |= in.getShort() & 0xFFFFL;
        return new UUID(high, Long.reverseBytes(in.getLong()));
    }
}
