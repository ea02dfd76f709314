package org.poshremote.core.wirelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poshremote.wsman.Secret;

/** What a wire log holds and, above all, what it does not. */
class WireLogFileTest {
    private static final String SEND = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:rsp=\"urn:rsp\"><s:Header><wsa:Action xmlns:wsa=\"urn:wsa\">"
        + "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Send</wsa:Action></s:Header><s:Body><rsp:Send><rsp:Stream Name=\"stdin\" CommandId=\"C1\">"
        + Base64.getEncoder().encodeToString("Write-Host 'pass-WORD <1>'\u0007".getBytes(StandardCharsets.UTF_8))
        + "</rsp:Stream></rsp:Send><rsp:Environment><rsp:Variable Name=\"TOKEN\">value of it</rsp:Variable></rsp:Environment>"
        + "<rsp:Command>cmd /c pass-WORD</rsp:Command><unheard:Of xmlns:unheard=\"urn:x\">what nobody thought of</unheard:Of></s:Body></s:Envelope>";
    @TempDir
    private Path folder;

    private String log(WireLogContent content, String... messages) throws IOException {
        Path file = folder.resolve("wire.log");
        try (Secret secret = Secret.of("pass-WORD".toCharArray()); WireLogFile log = WireLogFile.open(file, content, "node (http://node:5985/wsman)")) {
            log.hide(secret);
            for (String message : messages) {
                log.sent(1, message.getBytes(StandardCharsets.UTF_8));
                log.received(2, 500, message.getBytes(StandardCharsets.UTF_8));
            }
            assertTrue(log.failure().isEmpty());
        }
        return Files.readString(file);
    }

    @Test
    void hiddenLeavesTheProtocolAlone() throws Exception {
        String text = log(WireLogContent.HIDDEN, SEND);
        assertTrue(text.startsWith("Wire log of PoshRemote, begun "), text);
        assertTrue(text.contains("#1 ") && text.contains(" lane 1 > Send (") && text.contains("#2 ") && text.contains(" lane 2 < HTTP 500 ("), text);
        assertTrue(text.contains("<rsp:Stream Name=\"stdin\" CommandId=\"C1\">(36 characters hidden)</rsp:Stream>"), text);
        assertTrue(text.contains("<rsp:Variable Name=\"TOKEN\">(11 characters hidden)"), text);
        for (String never : new String[] {"pass-WORD", "Write-Host", "value of it", "cmd /c", "what nobody thought of", "V3JpdGUtSG9zd"}) {
            assertFalse(text.contains(never), never + " in " + text);
        }
    }

    @Test
    void shownHasContentDecodedAndNoSecret() throws Exception {
        String text = log(WireLogContent.SHOWN, SEND);
        assertTrue(text.contains("(27 bytes) Write-Host '(secret) &lt;1&gt;'\\x07"), text);
        assertTrue(text.contains("<rsp:Command>cmd /c (secret)</rsp:Command>"), text);
        assertTrue(text.contains("value of it") && text.contains("what nobody thought of"), text);
        assertFalse(text.contains("pass-WORD"), text);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        log(WireLogContent.HIDDEN);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("wire.log"))));
        }
    }

    @Test
    void aFullDiskIsToldAndEndsNoRun() throws Exception {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "only Linux has a device that is always full");
        try (WireLogFile log = WireLogFile.onto(full, WireLogContent.HIDDEN)) {
            log.sent(1, SEND.getBytes(StandardCharsets.UTF_8));
            assertTrue(log.failure().isPresent());
        }
    }

    @Test
    void anyBytesGiveLinesAndNothingElse() {
        Random random = new Random(11);
        UnaryOperator<String> nothing = UnaryOperator.identity();
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = SEND.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change < 1 + i % 5; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] message = i % 4 == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            for (WireLogContent content : WireLogContent.values()) {
                String text = SoapText.of(message, content, nothing);
                assertNotNull(text);
                assertTrue(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'), text);
            }
        }
        assertEquals("(5 bytes that are no XML)\n", SoapText.of("hello".getBytes(StandardCharsets.UTF_8), WireLogContent.SHOWN, nothing));
        assertEquals("(empty)\n", SoapText.of(new byte[0], WireLogContent.SHOWN, nothing));
    }
}
