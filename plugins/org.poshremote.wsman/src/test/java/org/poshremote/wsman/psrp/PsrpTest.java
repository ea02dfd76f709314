package org.poshremote.wsman.psrp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fragments, messages and their objects (MS-PSRP 2.2). */
class PsrpTest {
    private static final UUID POOL = UUID.fromString("846a0576-dc51-4fdc-9262-ca2a55464b2b");
    private static final String STATE = "<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">2</I32></MS></Obj>";

    @Test
    void aFragmentsHeaderIsBigEndian() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Fragment(1, 2, true, false, new byte[] {7, 8, 9}).write(out);
        assertEquals("0000000000000001" + "0000000000000002" + "01" + "00000003" + "070809", HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void aMessagesHeaderIsLittleEndianAndItsIdsAreGuids() {
        byte[] bytes = PsrpMessage.toServer(PsrpMessage.INIT_RUNSPACEPOOL, POOL, "<Nil/>").toBytes();
        assertEquals("02000000" + "04000100" + "76056a8451dcdc4f9262ca2a55464b2b" + "00".repeat(16) + "3c4e696c2f3e", HexFormat.of().formatHex(bytes));
    }

    @Test
    void aMessageComesBackFromItsBytes() throws MalformedPsrpException {
        PsrpMessage message = PsrpMessage.toClient(PsrpMessage.RUNSPACEPOOL_STATE, POOL, "<S>\u00e9\ud83d\ude00</S>");
        assertEquals(message, PsrpMessage.read(message.toBytes()));
        byte[] marked = PsrpMessage.toClient(PsrpMessage.RUNSPACEPOOL_STATE, POOL, "\uFEFF" + STATE).toBytes();
        assertEquals(STATE, PsrpMessage.read(marked).data());
    }

    @Test
    void aMessageInPiecesIsPutTogether() throws MalformedPsrpException {
        byte[] bytes = PsrpMessage.toClient(PsrpMessage.RUNSPACEPOOL_STATE, POOL, STATE).toBytes();
        Defragmenter messages = new Defragmenter();
        List<PsrpMessage> complete = new ArrayList<>();
        int id = 0;
        for (int at = 0; at < bytes.length; at += 11) {
            int to = Math.min(bytes.length, at + 11);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Fragment(3, id++, at == 0, to == bytes.length, Arrays.copyOfRange(bytes, at, to)).write(out);
            assertTrue(complete.isEmpty());
            complete.addAll(messages.feed(out.toByteArray()));
        }
        assertEquals(List.of(STATE), complete.stream().map(PsrpMessage::data).toList());
    }

    @Test
    void whatDoesNotFollowIsRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Fragment(1, 0, true, false, new byte[50]).write(out);
        new Fragment(1, 2, false, true, new byte[5]).write(out);
        assertThrows(MalformedPsrpException.class, () -> new Defragmenter().feed(out.toByteArray()));
        ByteArrayOutputStream middle = new ByteArrayOutputStream();
        new Fragment(1, 1, false, true, new byte[50]).write(middle);
        assertThrows(MalformedPsrpException.class, () -> new Defragmenter().feed(middle.toByteArray()));
    }

    @Test
    void aLengthThatLiesIsRefusedBeforeAnythingIsKept() {
        byte[] header = HexFormat.of().parseHex("0000000000000001" + "0000000000000000" + "03" + "7fffffff");
        MalformedPsrpException refusal = assertThrows(MalformedPsrpException.class, () -> Fragment.read(header));
        assertTrue(refusal.getMessage().contains("2147483647"), refusal.getMessage());
        byte[] negative = HexFormat.of().parseHex("0000000000000001" + "0000000000000000" + "03" + "ffffffff");
        assertThrows(MalformedPsrpException.class, () -> Fragment.read(negative));
    }

    @Test
    void propertiesAndDictionaryEntriesAreFoundByName() throws MalformedPsrpException {
        Properties properties = Properties.read("<Obj RefId=\"0\"><MS><Obj N=\"ApplicationPrivateData\" RefId=\"1\"><TN RefId=\"0\"><T>x</T></TN><DCT><En>"
            + "<S N=\"Key\">PSVersionTable</S><Obj N=\"Value\" RefId=\"2\"><DCT><En><S N=\"Key\">PSVersion</S><Version N=\"Value\">5.1.1</Version></En><En>"
            + "<S N=\"Key\">Odd_x000D_</S><S N=\"Value\">a &amp; b</S></En></DCT></Obj></En></DCT></Obj><Version N=\"protocolversion\">2.3</Version></MS></Obj>");
        assertEquals(Optional.of("5.1.1"), properties.value("PSVersion"));
        assertEquals(Optional.of("a & b"), properties.value("Odd\r"));
        assertEquals(Optional.of("2.3"), properties.value("protocolversion"));
        assertEquals(Optional.empty(), properties.value("PSEdition"));
    }

    @Test
    void anEntityOfItsOwnIsRefused() {
        assertThrows(MalformedPsrpException.class,
            () -> Properties.read("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Obj><MS><S N=\"a\">&e;</S></MS></Obj>"));
        assertThrows(MalformedPsrpException.class, () -> Properties.read("<Obj>".repeat(500)));
    }

    @Test
    void brokenBytesEndInARefusalAndNothingElse() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Fragment.whole(1, PsrpMessage.toClient(PsrpMessage.SESSION_CAPABILITY, POOL, STATE).toBytes()).write(whole);
        Fragment.whole(2, PsrpMessage.toClient(PsrpMessage.RUNSPACEPOOL_STATE, POOL, STATE).toBytes()).write(whole);
        Random random = new Random(42);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(whole.toByteArray(), random.nextInt(whole.size() + 20));
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                for (PsrpMessage message : new Defragmenter().feed(bytes)) {
                    Properties.read(message.data());
                }
            } catch (MalformedPsrpException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }

    @Test
    void dataOfAFragmentIsKeptAsItIs() throws MalformedPsrpException {
        byte[] data = "\u0000\uFFFFx".getBytes(StandardCharsets.UTF_16BE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Fragment.whole(Long.MAX_VALUE, data).write(out);
        Fragment read = Fragment.read(out.toByteArray()).get(0);
        assertArrayEquals(data, read.data());
        assertEquals(Long.MAX_VALUE, read.objectId());
        assertTrue(read.start() && read.end());
    }
}
