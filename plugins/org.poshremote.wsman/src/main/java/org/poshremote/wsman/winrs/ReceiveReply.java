package org.poshremote.wsman.winrs;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.ReplyReader;
import org.poshremote.wsman.soap.ReplyReader.NotSoapException;
import org.poshremote.wsman.soap.ReplyReader.Visitor;

/** Collects a ReceiveResponse (MS-WSMV 2.2.4.33). One answer each. */
final class ReceiveReply implements Visitor {
    private final List<StreamChunk> chunks = new ArrayList<>();
    private CommandState state = CommandState.RUNNING;
    private OptionalLong exitCode = OptionalLong.empty();

    Received received() {
        return new Received(chunks, state, exitCode);
    }

    @Override
    public void element(ReplyReader reader, String namespace, String name) throws NotSoapException {
        if (!namespace.equals(Names.SHELL)) {
            return;
        }
        switch (name) {
            case "Stream" -> stream(reader);
            case "CommandState" -> state = state(reader.attribute("State").orElse(""));
            case "ExitCode" -> exitCode = exitCode(reader.text());
            default -> { }
        }
    }

    private void stream(ReplyReader reader) throws NotSoapException {
        String name = reader.attribute("Name").orElse("");
        boolean end = reader.attribute("End").map(String::strip).filter(value -> value.equalsIgnoreCase("true") || value.equals("1")).isPresent();
        byte[] data = reader.base64();
        if (data.length > 0 || end) {
            chunks.add(new StreamChunk(name, data, end));
        }
    }

    private static CommandState state(String uri) {
        String last = uri.substring(uri.lastIndexOf('/') + 1);
        return switch (last) {
            case "Done" -> CommandState.DONE;
            case "Pending" -> CommandState.PENDING;
            default -> CommandState.RUNNING;
        };
    }

    /** xs:unsignedInt by the schema, and a negative number from some services. */
    private static OptionalLong exitCode(String text) throws NotSoapException {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()) & 0xFFFFFFFFL);
        } catch (NumberFormatException e) {
            throw new NotSoapException("has an exit code that is no number", e);
        }
    }
}
