package org.poshremote.wsman.psrp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a message (MS-PSRP 2.2.4). Numbers are big-endian.
 *
 * @param objectId   the same for all pieces of one message, rising from message to message
 * @param fragmentId from 0, rising by 1 within a message
 * @param start      of the message
 * @param end        of the message
 */
public record Fragment(long objectId, long fragmentId, boolean start, boolean end, byte[] data) {
    private static final int HEADER = 8 + 8 + 1 + 4;
    private static final int START = 1;
    private static final int END = 2;

    /** A message that fits one fragment. */
    public static Fragment whole(long objectId, byte[] message) {
        return new Fragment(objectId, 0, true, true, message);
    }

    public void write(ByteArrayOutputStream out) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putLong(objectId).putLong(fragmentId).put((byte) ((start ? START : 0) | (end ? END : 0))).putInt(data.length);
        out.writeBytes(header.array());
        out.writeBytes(data);
    }

    /** All fragments of a stream's text, which holds whole ones. */
    public static List<Fragment> read(byte[] bytes) throws MalformedPsrpException {
        List<Fragment> fragments = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            if (in.remaining() < HEADER) {
                throw new MalformedPsrpException("a fragment's header is cut off");
            }
            long object = in.getLong();
            long fragment = in.getLong();
            int flags = in.get();
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new MalformedPsrpException("a fragment says it has " + Integer.toUnsignedString(length) + " bytes, and " + in.remaining() + " came");
            }
            byte[] data = new byte[length];
            in.get(data);
            fragments.add(new Fragment(object, fragment, (flags & START) != 0, (flags & END) != 0, data));
        }
        return fragments;
    }
}
