package org.poshremote.wsman.winrs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.psrp.Defragmenter;
import org.poshremote.wsman.psrp.Fragment;
import org.poshremote.wsman.psrp.PsrpMessage;
import org.poshremote.wsman.soap.ReplyReader;

/**
 * Reads exchanges recorded against real Windows nodes, which do not belong to the project: the folder is given by the system
 * property {@code poshremote.recordings}. Each file is YAML of pairs "- request: …" and "response: …".
 */
class RecordingsTest {
    private record Exchange(String file, String request, String response) {
        String id() {
            return one(request, "<wsa:MessageID>([^<]*)<").orElse("");
        }

        String where() {
            return file + ", " + one(request, "/([A-Za-z]+)</wsa:Action>").orElse("?") + " " + id();
        }
    }

    private Path folder;

    @BeforeEach
    void find() {
        String given = System.getProperty("poshremote.recordings", "");
        if (given.isEmpty()) {
            String words = "NOT CHECKED AGAINST RECORDINGS: give their folder by -Dposhremote.recordings=…";
            System.err.println(words);
            abort(words);
        }
        folder = Path.of(given);
        assertTrue(Files.isDirectory(folder), folder + " is no folder");
    }

    @Test
    void everyAnswerOfTheCommandShellIsRead() throws Exception {
        int streams = 0;
        int faults = 0;
        int ends = 0;
        List<Exchange> exchanges = exchanges("winrs_", "client_execute_cmd");
        assertFalse(exchanges.isEmpty());
        for (Exchange exchange : exchanges) {
            ReceiveReply reply = new ReceiveReply();
            Optional<Fault> fault = read(exchange, reply);
            assertEquals(exchange.response().contains("<s:Fault>"), fault.isPresent(), exchange.where());
            if (fault.isPresent()) {
                faults++;
                assertEquals(one(exchange.response(), "WSManFault[^>]* Code=\"([0-9]+)\"").map(Long::parseLong).orElse(0L), fault.get().code(), exchange.where());
                assertFalse(fault.get().text().isBlank(), exchange.where());
                continue;
            }
            Received received = reply.received();
            for (String stream : List.of("stdout", "stderr")) {
                byte[] expected = base64(exchange.response(), stream);
                assertArrayEquals(expected, bytes(received, stream), exchange.where());
                streams += expected.length > 0 ? 1 : 0;
            }
            assertEquals(one(exchange.response(), "ExitCode>(-?[0-9]+)<").map(code -> OptionalLong.of(Long.parseLong(code) & 0xFFFFFFFFL))
                .orElse(OptionalLong.empty()), received.exitCode(), exchange.where());
            boolean done = exchange.response().contains("CommandState/Done\"");
            assertEquals(done, received.state() == CommandState.DONE, exchange.where());
            ends += done ? 1 : 0;
        }
        assertTrue(streams > 0 && faults > 0 && ends > 0, streams + " streams, " + faults + " faults, " + ends + " ends");
        System.err.println("Recordings: " + exchanges.size() + " exchanges read, " + streams + " pieces of output, " + faults + " faults, " + ends + " ends");
    }

    @Test
    void everyOtherAnswerIsAWholeEnvelopeToo() throws Exception {
        for (Exchange exchange : exchanges("psrp_", "client_execute_ps", "wsman_")) {
            Optional<Fault> fault = read(exchange, new ReceiveReply());
            assertEquals(exchange.response().contains("<s:Fault>"), fault.isPresent(), exchange.where());
        }
    }

    @Test
    void everyMessageOfPowerShellRemotingIsPutTogether() throws Exception {
        int messages = 0;
        int opened = 0;
        for (Exchange exchange : exchanges("psrp_", "client_execute_ps")) {
            Defragmenter request = new Defragmenter();
            for (byte[] bytes : fragments(exchange.request(), "<creationXml[^>]*>([^<]+)<")) {
                messages += request.feed(bytes).size();
            }
            Matcher stream = Pattern.compile("<rsp:Stream Name=\"stdout\"[^>/]*>([^<]*)</rsp:Stream>").matcher(exchange.response());
            while (stream.find()) {
                for (Fragment fragment : Fragment.read(Base64.getMimeDecoder().decode(stream.group(1)))) {
                    if (!fragment.start() || !fragment.end()) {
                        continue; // goes on in another answer
                    }
                    PsrpMessage message = PsrpMessage.read(fragment.data());
                    messages++;
                    opened += message.type() == PsrpMessage.RUNSPACEPOOL_STATE && message.data().contains("\"RunspaceState\">2<") ? 1 : 0;
                }
            }
        }
        assertTrue(messages > 50 && opened > 3, messages + " messages, " + opened + " pools opened");
        System.err.println("Recordings: " + messages + " messages of PowerShell remoting read, " + opened + " pools opened");
    }

    private static List<byte[]> fragments(String text, String pattern) {
        List<byte[]> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(Base64.getMimeDecoder().decode(matcher.group(1)));
        }
        return all;
    }

    /** One recorded answer names another request; it has to be refused, and is then read without that check. */
    private static Optional<Fault> read(Exchange exchange, ReceiveReply reply) throws Exception {
        byte[] answer = exchange.response().getBytes("UTF-8");
        if (one(exchange.response(), "RelatesTo>([^<]*)<").equals(Optional.of(exchange.id()))) {
            return ReplyReader.read(answer, exchange.id(), reply);
        }
        assertThrows(ReplyReader.NotSoapException.class, () -> ReplyReader.read(answer, exchange.id(), new ReceiveReply()), exchange.where());
        return ReplyReader.read(answer, "", reply);
    }

    private static byte[] bytes(Received received, String stream) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        received.chunks().stream().filter(chunk -> chunk.stream().equals(stream)).forEach(chunk -> all.writeBytes(chunk.data()));
        return all.toByteArray();
    }

    /** Found by pattern, so that the expectation does not come from the reader under test. */
    private static byte[] base64(String response, String stream) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Matcher text = Pattern.compile("<rsp:Stream Name=\"" + stream + "\"[^>/]*>([^<]*)</rsp:Stream>").matcher(response);
        while (text.find()) {
            all.writeBytes(Base64.getMimeDecoder().decode(text.group(1)));
        }
        return all.toByteArray();
    }

    private static Optional<String> one(String text, String regex) {
        Matcher found = Pattern.compile(regex).matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private List<Exchange> exchanges(String... beginnings) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(path -> path.toString().endsWith(".yml"))
                .filter(path -> Stream.of(beginnings).anyMatch(path.getFileName().toString()::startsWith)).sorted().toList();
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (Path file : files) {
            exchanges(file, exchanges);
        }
        return exchanges;
    }

    /** The little of YAML that these files use: plain and single-quoted scalars, folded over lines that are indented further. */
    private static void exchanges(Path file, List<Exchange> exchanges) throws IOException {
        String request = "";
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = Pattern.compile("(?:- |  )(request|response): (.*)").matcher(lines.get(i));
            if (!key.matches()) {
                continue;
            }
            StringBuilder value = new StringBuilder(key.group(2));
            while (i + 1 < lines.size() && lines.get(i + 1).startsWith("    ")) {
                value.append(' ').append(lines.get(++i).strip());
            }
            String text = value.toString().strip();
            if (text.startsWith("'")) {
                text = text.substring(1, text.length() - 1).replace("''", "'");
            }
            if (key.group(1).equals("request")) {
                request = text;
            } else {
                exchanges.add(new Exchange(file.getFileName().toString(), request, text));
            }
        }
    }
}
