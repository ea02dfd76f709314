package org.poshremote.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.poshremote.cli.terminal.Terminal;
import org.poshremote.core.run.ExitStatus;
import org.poshremote.core.run.Position;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.run.RunHeader;
import org.poshremote.core.run.RunOutcome;

/** A run as one JSON object a line; {@code docs/run-events.md} describes each. */
final class JsonRunPrinter implements EventPrinter {
    private final Terminal terminal;
    private final ObjectMapper mapper = new ObjectMapper();

    JsonRunPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Prepared prepared -> print("prepared", header(prepared.header()));
            case RunEvent.Started started -> print("started", new LinkedHashMap<>(Map.of("facts", started.greeting().facts())));
            case RunEvent.Output output -> printText("output", output.text());
            case RunEvent.ErrorOutput error -> printText("errorOutput", error.text());
            case RunEvent.ErrorRecord error -> {
                Map<String, Object> fields = fields("text", error.text());
                error.position().ifPresent(position -> fields.put("position", position(position)));
                print("error", fields);
            }
            case RunEvent.Warning warning -> printText("warning", warning.text());
            case RunEvent.Verbose verbose -> printText("verbose", verbose.text());
            case RunEvent.Debug debug -> printText("debug", debug.text());
            case RunEvent.Progress progress -> print("progress", progress(progress));
            case RunEvent.SignedIn signedIn -> print("signedIn", fields("authentication", signedIn.authentication()));
            case RunEvent.Note note -> printText("note", note.text());
            case RunEvent.Exited exited -> print("exited", exit(exited.status()));
            case RunEvent.Failed failed -> print("failed", failure(failed.failure()));
        }
    }

    @Override
    public void end(RunOutcome outcome) {
        Map<String, Object> fields = fields("succeeded", outcome.succeeded());
        fields.put("requests", outcome.requests());
        fields.put("milliseconds", outcome.duration().toMillis());
        print("end", fields);
    }

    private static Map<String, Object> header(RunHeader header) {
        Map<String, Object> fields = fields("target", header.target());
        fields.put("address", header.address());
        fields.put("account", header.account());
        fields.put("authentication", header.authentication());
        fields.put("codePage", header.codePage());
        fields.put("shell", header.shell());
        fields.put("clr", header.clr());
        if (!header.way().isEmpty()) {
            fields.put("way", header.way());
        }
        return fields;
    }

    private static Map<String, Object> progress(RunEvent.Progress progress) {
        Map<String, Object> fields = fields("activity", progress.activity());
        fields.put("status", progress.status());
        progress.percent().ifPresent(percent -> fields.put("percent", percent));
        progress.secondsRemaining().ifPresent(seconds -> fields.put("secondsRemaining", seconds));
        fields.put("completed", progress.completed());
        return fields;
    }

    private static Map<String, Object> exit(ExitStatus exit) {
        Map<String, Object> fields = fields("code", exit.code());
        exit.name().ifPresent(name -> fields.put("name", name));
        exit.meaning().ifPresent(meaning -> fields.put("meaning", meaning));
        fields.put("accepted", exit.accepted());
        return fields;
    }

    private static Map<String, Object> failure(RunFailure failure) {
        Map<String, Object> fields = fields("kind", name(failure.kind()));
        fields.put("message", failure.message());
        failure.remedy().ifPresent(remedy -> fields.put("remedy", remedy));
        fields.put("stillRuns", name(failure.stillRuns()));
        failure.lastOutput().ifPresent(instant -> fields.put("lastOutput", instant.toString()));
        return fields;
    }

    private static Map<String, Object> position(Position position) {
        Map<String, Object> fields = fields("line", position.line());
        position.file().ifPresent(file -> fields.put("file", file));
        if (position.column() > 0) {
            fields.put("column", position.column());
        }
        return fields;
    }

    /** SIGN_IN becomes "signIn", as the other names of the format. */
    private static String name(Enum<?> constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }

    private static Map<String, Object> fields(String name, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(name, value);
        return fields;
    }

    private void printText(String event, String text) {
        print(event, fields("text", text));
    }

    private void print(String event, Map<String, Object> fields) {
        Map<String, Object> whole = fields("event", event);
        whole.putAll(fields);
        try {
            terminal.out(mapper.writeValueAsString(whole) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
