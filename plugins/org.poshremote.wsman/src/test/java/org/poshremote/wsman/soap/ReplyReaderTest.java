package org.poshremote.wsman.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.soap.ReplyReader.NotSoapException;
import org.poshremote.wsman.testing.Mutations;
import org.poshremote.wsman.testing.Replies;

@Timeout(30)
class ReplyReaderTest {
    private static final String ID = "uuid:00000000-0000-0000-0000-00000000000A";

    private static Fault fault(String body) throws NotSoapException {
        return ReplyReader.read(bytes(Replies.envelope(ID, body)), ID, (reader, namespace, name) -> { }).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String detail(String detail) {
        return "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>w:AccessDenied</s:Value></s:Subcode></s:Code>"
            + "<s:Reason><s:Text xml:lang=\"en-US\">The reason. </s:Text></s:Reason><s:Detail>" + detail + "</s:Detail></s:Fault>";
    }

    /** MS-WSMV 2.2.4.43, WSManFault, with the ProviderFault of a plug-in. */
    @Test
    void aProviderSaysWhatItHasToSay() throws Exception {
        Fault fault = fault(detail("<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"2150859180\" Machine=\"node1\">"
            + "<f:Message><f:ProviderFault provider=\"Shell cmd plugin\" path=\"%systemroot%\\system32\\winrscmd.dll\">"
            + "<f:WSManFault Code=\"-2144108116\" Machine=\"node1\"><f:Message>Remote shells are not allowed.</f:Message></f:WSManFault>"
            + "</f:ProviderFault></f:Message></f:WSManFault>"));
        assertEquals(2150859180L, fault.code());
        assertEquals("Sender", fault.soapCode());
        assertEquals("AccessDenied", fault.subcode());
        assertEquals("node1", fault.machine());
        assertEquals("Shell cmd plugin", fault.provider().orElseThrow().name());
        assertEquals("%systemroot%\\system32\\winrscmd.dll", fault.provider().orElseThrow().path());
        assertEquals("Remote shells are not allowed.", fault.provider().orElseThrow().text());
        assertEquals(OptionalLong.of(2150859180L), fault.providerCode());
    }

    @Test
    void aWmiErrorHasANumberOfItsOwn() throws Exception {
        Fault fault = fault(detail("<p:MSFT_WmiError xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/microsoft/windows/management/MSFT_WmiError\">"
            + "<p:CIMStatusCode>27</p:CIMStatusCode><p:error_Code>2150859174</p:error_Code><p:Message>Too many operations.</p:Message></p:MSFT_WmiError>"));
        assertEquals(2150859174L, fault.code());
        assertEquals("Too many operations.", fault.text());
    }

    @Test
    void aPlainSoapFaultIsOneToo() throws Exception {
        Fault fault = fault(detail(""));
        assertEquals(0, fault.code());
        assertEquals("The reason.", fault.text());
        assertEquals("AccessDenied: The reason.", fault.summary());
    }

    @Test
    void negativeCodesAreUnsigned() throws Exception {
        assertEquals(Fault.OPERATION_TIMED_OUT, fault(Replies.fault(-2144108503L, "TimedOut", "x")).code());
        assertTrue(fault(Replies.fault(-2144108503L, "TimedOut", "x")).isOperationTimeOut());
    }

    @Test
    void theAnswerBelongsToTheRequest() throws Exception {
        byte[] answer = bytes(Replies.envelope("UUID:00000000-0000-0000-0000-00000000000a", "<a/>"));
        assertEquals(Optional.empty(), ReplyReader.read(answer, ID, (reader, namespace, name) -> { }));
        assertThrows(NotSoapException.class, () -> ReplyReader.read(answer, ID.replace('A', 'B'), (reader, namespace, name) -> { }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "text", "<html><body>no</body></html>", "<Envelope><Body/></Envelope>",
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>",
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"></s:Envelope>",
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>", "<s:Envelope><s:Body/></s:Envelope>",
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>&unknown;</s:Body></s:Envelope>"})
    void whatIsNoEnvelopeIsRefused(String answer) {
        assertThrows(NotSoapException.class, () -> ReplyReader.read(bytes(answer), "", (reader, namespace, name) -> { }));
    }

    @Test
    void documentTypesAndEntitiesReadNoFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("private.txt"), "private text");
        for (String dtd : List.of("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + file.toUri() + "\">]>", "<!DOCTYPE x SYSTEM \"" + file.toUri() + "\">",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
            StringBuilder seen = new StringBuilder();
            assertThrows(NotSoapException.class, () -> ReplyReader.read(bytes(dtd + Replies.envelope(ID, "<t>&e;</t>")), ID,
                (reader, namespace, name) -> seen.append(reader.text())));
            assertEquals("", seen.toString());
        }
    }

    @Test
    void everyEncodingThatServicesMayUseIsRead() throws Exception {
        String answer = Replies.envelope(ID, "<t>\u00e9\u4e2d</t>");
        for (byte[] encoded : List.of(answer.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + answer).getBytes(StandardCharsets.UTF_8),
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + answer).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + answer).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + answer).getBytes(StandardCharsets.UTF_16BE), answer.getBytes(StandardCharsets.UTF_16LE))) {
            StringBuilder seen = new StringBuilder();
            ReplyReader.read(encoded, ID, (reader, namespace, name) -> seen.append(reader.text()));
            assertEquals("\u00e9\u4e2d", seen.toString());
        }
    }

    @Test
    void depthIsLimited() {
        String deep = Replies.envelope(ID, "<a>".repeat(100_000) + "</a>".repeat(100_000));
        assertThrows(NotSoapException.class, () -> ReplyReader.read(bytes(deep), ID, (reader, namespace, name) -> { }));
    }

    @Test
    void brokenAnswersAreReadOrRefusedWithoutAWordOnStandardError() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            brokenAnswersAreReadOrRefused();
        } finally {
            System.setErr(before);
        }
        assertEquals("", written.toString(StandardCharsets.UTF_8));
    }

    private static void brokenAnswersAreReadOrRefused() {
        byte[][] seeds = {
            bytes(Replies.envelope(ID, detail("<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"5\" Machine=\"m\"><f:Message>"
                + "<f:ProviderFault provider=\"p\" path=\"q\">t<f:WSManFault Code=\"6\">u</f:WSManFault></f:ProviderFault></f:Message></f:WSManFault>"))),
            bytes(Replies.envelope(ID, Replies.received(Replies.out("some output") + Replies.stream("stderr", new byte[0], true), Replies.done("3"))))};
        Random random = new Random(4711);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 6_000; i++) {
            try {
                ReplyReader.read(Mutations.of(seeds[i % 2], random), "", (reader, namespace, name) -> {
                    if (name.equals("Stream")) {
                        reader.text();
                    }
                });
                read++;
            } catch (NotSoapException e) {
                refused++;
            }
        }
        assertTrue(read > 200 && refused > 200, read + " read, " + refused + " refused");
    }
}
