package org.poshremote.wsman.psrp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Puts the messages of one direction together again (MS-PSRP 3.1.5.2.2). Not thread-safe. */
public final class Defragmenter {
    private static final int LONGEST = 8 * 1024 * 1024;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private long objectId;
    private long next;
    private boolean inside;

    /** @return the messages that are complete now */
    public List<PsrpMessage> feed(byte[] bytes) throws MalformedPsrpException {
        List<PsrpMessage> complete = new ArrayList<>();
        for (Fragment fragment : Fragment.read(bytes)) {
            if (fragment.start()) {
                message.reset();
                objectId = fragment.objectId();
                next = 0;
                inside = true;
            }
            if (!inside || fragment.objectId() != objectId || fragment.fragmentId() != next++) {
                throw new MalformedPsrpException("fragments do not follow each other");
            }
            if (message.size() + fragment.data().length > LONGEST) {
                throw new MalformedPsrpException("a message is longer than " + LONGEST + " bytes");
            }
            message.writeBytes(fragment.data());
            if (fragment.end()) {
                inside = false;
                complete.add(PsrpMessage.read(message.toByteArray()));
            }
        }
        return complete;
    }
}
