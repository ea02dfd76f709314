package org.poshremote.demo.internal.service;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poshremote.demo.internal.shell.HostedCommand;
import org.poshremote.demo.internal.shell.Received;
import org.poshremote.demo.internal.shell.ShellTable;
import org.poshremote.demo.internal.soap.Element;
import org.poshremote.demo.internal.soap.Envelope;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;
import org.poshremote.demo.internal.soap.SoapRequest;
import org.poshremote.demo.personality.ServerBehaviour;
import org.poshremote.demo.process.ProgramResolver;
import org.poshremote.wsman.soap.Names;

/** Command, Send, Receive and Signal (MS-WSMV 3.1.4.11 to 3.1.4.14). */
final class CommandOperations {
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(500);
    private static final int ENVELOPE_OVERHEAD = 2048;
    private static final String STATE = Names.SHELL + "/CommandState/";

    private final ServerBehaviour behaviour;
    private final ShellTable table;
    private final Envelope envelope;
    private final ProgramResolver programs;
    private final Duration gathering;

    CommandOperations(ServerBehaviour behaviour, ShellTable table, ProgramResolver programs, Duration gathering) {
        this.behaviour = behaviour;
        this.table = table;
        this.envelope = new Envelope(behaviour.activityId());
        this.programs = programs;
        this.gathering = gathering;
    }

    byte[] command(SoapRequest request) throws FaultException {
        Element line = request.body().child(Names.SHELL, "CommandLine").orElseThrow(() -> Faults.schemaValidation("no CommandLine"));
        String command = line.child(Names.SHELL, "Command").map(Element::text).filter(c -> !c.isBlank())
                .orElseThrow(() -> Faults.schemaValidation("no Command"));
        String commandLine = Stream.concat(Stream.of(command),
                line.children(Names.SHELL, "Arguments").stream().map(Element::text)).collect(Collectors.joining(" "));
        // Without the option standard input is a pipe: a recorded client that names none ends its input with a Send.
        boolean consoleMode = request.options().getOrDefault("WINRS_CONSOLEMODE_STDIN", "FALSE").equalsIgnoreCase("TRUE");
        String id = line.attribute("CommandId").map(s -> s.toUpperCase(Locale.ROOT)).orElseGet(Envelope::newId);
        try (ShellTable.Use use = table.use(ShellOperations.shellId(request))) {
            table.checkOperations();
            use.shell().start(id, commandLine, consoleMode, behaviour.maxProcessesPerShell(), programs);
        }
        return envelope.of(Names.SHELL + "/CommandResponse", request.messageId(),
                "<rsp:CommandResponse><rsp:CommandId>" + id + "</rsp:CommandId></rsp:CommandResponse>");
    }

    byte[] send(SoapRequest request) throws FaultException {
        Element send = request.body().child(Names.SHELL, "Send").orElseThrow(() -> Faults.schemaValidation("no Send"));
        List<Element> streams = send.children(Names.SHELL, "Stream");
        if (streams.isEmpty()) {
            throw Faults.schemaValidation("no Stream");
        }
        try (ShellTable.Use use = table.use(ShellOperations.shellId(request))) {
            for (Element stream : streams) {
                if (!stream.attribute("Name").orElse("").equals("stdin")) {
                    throw Faults.incorrectParameter();
                }
                HostedCommand command = use.shell().command(commandId(stream));
                String end = stream.attribute("End").orElse("false").toLowerCase(Locale.ROOT);
                command.send(base64(stream.text()), end.equals("true") || end.equals("1"), timeout(request, behaviour));
            }
        }
        return envelope.of(Names.SHELL + "/SendResponse", request.messageId(), "<rsp:SendResponse/>");
    }

    byte[] receive(SoapRequest request, Runnable waiting) throws FaultException {
        Element desired = request.body().child(Names.SHELL, "Receive").flatMap(r -> r.child(Names.SHELL, "DesiredStream"))
                .orElseThrow(() -> Faults.schemaValidation("no DesiredStream"));
        Set<String> streams = new HashSet<>(List.of(desired.text().strip().split("\\s+")));
        if (!Set.of("stdout", "stderr").containsAll(streams)) {
            throw Faults.incorrectParameter();
        }
        try (ShellTable.Use use = table.use(ShellOperations.shellId(request))) {
            HostedCommand command = use.shell().command(commandId(desired));
            int limit = Math.min(request.maxEnvelopeSize().orElse(Integer.MAX_VALUE), behaviour.maxEnvelopeSizekb() * 1024);
            return received(request, command.id(), streams,
                    command.receive(streams, limit - ENVELOPE_OVERHEAD, timeout(request, behaviour), gathering, waiting));
        }
    }

    private byte[] received(SoapRequest request, String commandId, Set<String> streams, Received received) {
        int size = received.pieces().stream().mapToInt(p -> p.length() / 3 * 4 + 160).sum() + ENVELOPE_OVERHEAD;
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        text(out, envelope.start(Names.SHELL + "/ReceiveResponse", request.messageId()) + "<rsp:ReceiveResponse>");
        for (Received.Piece piece : received.pieces()) {
            text(out, "<rsp:Stream Name=\"" + piece.stream() + "\" CommandId=\"" + commandId + "\">");
            ByteBuffer encoded = Base64.getEncoder().encode(ByteBuffer.wrap(piece.data(), piece.offset(), piece.length()));
            out.write(encoded.array(), encoded.arrayOffset(), encoded.limit());
            text(out, "</rsp:Stream>");
        }
        String state = "<rsp:CommandState CommandId=\"" + commandId + "\" State=\"" + STATE;
        if (received.exitCode().isPresent()) {
            for (String stream : List.of("stdout", "stderr")) {
                if (streams.contains(stream)) {
                    text(out, "<rsp:Stream Name=\"" + stream + "\" CommandId=\"" + commandId + "\" End=\"true\"></rsp:Stream>");
                }
            }
            text(out, state + "Done\"><rsp:ExitCode>" + Integer.toUnsignedString(received.exitCode().getAsInt())
                    + "</rsp:ExitCode></rsp:CommandState>");
        } else {
            text(out, state + "Running\"></rsp:CommandState>");
        }
        text(out, "</rsp:ReceiveResponse>" + Envelope.END);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] signal(SoapRequest request) throws FaultException {
        Element signal = request.body().child(Names.SHELL, "Signal").orElseThrow(() -> Faults.schemaValidation("no Signal"));
        String code = signal.childText(Names.SHELL, "Code").orElseThrow(() -> Faults.schemaValidation("no Code"));
        String id = commandId(signal);
        try (ShellTable.Use use = table.use(ShellOperations.shellId(request))) {
            switch (code) {
                case Names.SHELL + "/signal/terminate", Names.SHELL + "/signal/Terminate" -> use.shell().terminate(id);
                case Names.SHELL + "/signal/ctrl_c", Names.SHELL + "/signal/ctrl_break" -> use.shell().control(id);
                default -> throw Faults.incorrectParameter();
            }
        }
        return envelope.of(Names.SHELL + "/SignalResponse", request.messageId(), "<rsp:SignalResponse/>");
    }

    private static String commandId(Element element) throws FaultException {
        Optional<String> id = element.attribute("CommandId");
        return id.orElseThrow(Faults::incorrectParameter).toUpperCase(Locale.ROOT);
    }

    private static byte[] base64(String text) throws FaultException {
        try {
            // blanks and line breaks are allowed (XML Schema part 2, 3.2.16)
            return Base64.getDecoder().decode(text.indexOf(' ') >= 0 || text.indexOf('\n') >= 0 ? text.replaceAll("\\s+", "") : text);
        } catch (IllegalArgumentException e) {
            throw Faults.schemaValidation("Stream is not Base64");
        }
    }

    /** The service brings the client's time-out into its bounds; below 500 ms it takes 500. */
    static Duration timeout(SoapRequest request, ServerBehaviour behaviour) {
        Duration asked = request.operationTimeout().orElse(behaviour.maxTimeout());
        if (asked.compareTo(MIN_TIMEOUT) < 0) {
            return MIN_TIMEOUT;
        }
        return asked.compareTo(behaviour.maxTimeout()) > 0 ? behaviour.maxTimeout() : asked;
    }
}
