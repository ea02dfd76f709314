package org.poshremote.wsman.soap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.soap.ReplyReader.NotSoapException;

/** What is read faster is read to the same end. */
class LongDataTest {
    private static final String BEGIN = "<s:Envelope xmlns:s=\"" + Names.SOAP + "\" xmlns:r=\"" + Names.SHELL + "\"><s:Header/><s:Body><r:ReceiveResponse>";
    private static final String END = "</r:ReceiveResponse></s:Body></s:Envelope>";

    private interface Reading {
        Object read(byte[] answer, String requestId, ReplyReader.Visitor visitor) throws NotSoapException;
    }

    private static List<String> streams(byte[] answer, Reading reading) throws NotSoapException {
        List<String> streams = new ArrayList<>();
        reading.read(answer, "", (reader, namespace, name) -> {
            if (name.equals("Stream")) {
                streams.add(reader.attribute("Name").orElse("") + ":" + HexFormat.of().formatHex(reader.base64()));
            }
        });
        return streams;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(Random random, int size) {
        byte[] data = new byte[size];
        random.nextBytes(data);
        return Base64.getEncoder().encodeToString(data);
    }

    @Test
    void bothWaysReadTheSame() throws NotSoapException {
        Random random = new Random(7);
        int taken = 0;
        for (int round = 0; round < 500; round++) {
            StringBuilder xml = new StringBuilder(BEGIN);
            for (int stream = random.nextInt(6); stream > 0; stream--) {
                String text = base64(random, random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(9000));
                String content = switch (random.nextInt(8)) {
                    case 0 -> text.replaceAll("(.{76})", "$1\r\n");
                    case 1 -> "<![CDATA[" + text + "]]>";
                    case 2 -> text + "<!-- > " + text + "</a> -->";
                    case 3 -> "<!-- <a>" + text + "</a> -->" + text;
                    default -> text;
                };
                xml.append("<r:Stream Name=\"out").append(random.nextInt(4) == 0 ? ">" : "").append(stream).append("\">").append(content).append("</r:Stream>");
            }
            byte[] answer = utf8(xml + END);
            assertEquals(streams(answer, ReplyReader::read), streams(answer, ReplyReader::readData));
            taken += LongData.of(answer).data().size();
        }
        assertTrue(taken > 200, taken + " texts were taken out");
    }

    @Test
    void otherTextsStayWhereTheyAre() {
        String text = "a".repeat(5000);
        for (String xml : List.of("<a>" + text + "<b/></a>", "<a/>" + text, "<a><!-- x -->" + text + "</a>", "<a>" + text + " </a>", "<a>" + text, text,
                "<a>" + "\u00e9".repeat(2000) + "</a>")) {
            LongData taken = LongData.of(utf8(xml));
            assertTrue(taken.data().isEmpty(), xml.substring(0, 10));
            assertArrayEquals(utf8(xml), taken.rest());
        }
        byte[] utf16 = (BEGIN + "<r:Stream>" + text + "</r:Stream>" + END).getBytes(StandardCharsets.UTF_16LE);
        assertTrue(LongData.of(utf16).data().isEmpty());
    }

    @Test
    void theRestIsSmallAndInOrder() {
        Random random = new Random(1);
        byte[] answer = utf8(BEGIN + "<r:Stream>" + base64(random, 3000) + "</r:Stream><r:x/><r:Stream>" + base64(random, 6000) + "</r:Stream>" + END);
        LongData taken = LongData.of(answer);
        assertEquals(List.of(3000, 6000), taken.data().stream().map(data -> data.length).toList());
        String rest = new String(taken.rest(), StandardCharsets.UTF_8);
        assertEquals(BEGIN + "<r:Stream>\uE0000</r:Stream><r:x/><r:Stream>\uE0001</r:Stream>" + END, rest);
    }

    @Test
    void aMarkOfTheNodesOwnIsNoData() {
        for (String mark : List.of("\uE0000", "\uE0001", "\uE000x", "\uE000")) {
            byte[] answer = utf8(BEGIN + "<r:Stream>" + mark + "</r:Stream>" + END);
            assertThrows(NotSoapException.class, () -> streams(answer, ReplyReader::readData), mark);
            assertThrows(NotSoapException.class, () -> streams(answer, ReplyReader::read), mark);
        }
    }

    @Test
    void aFaultKeepsItsLongText() throws NotSoapException {
        String text = "A".repeat(4000);
        byte[] answer = utf8("<s:Envelope xmlns:s=\"" + Names.SOAP + "\"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>"
            + text + "</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>");
        assertFalse(LongData.of(answer).data().isEmpty());
        assertEquals(text, ReplyReader.readData(answer, "", (reader, namespace, name) -> { }).orElseThrow().text());
    }
}
