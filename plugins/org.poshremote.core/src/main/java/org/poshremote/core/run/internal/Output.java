package org.poshremote.core.run.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.codepage.CodePages;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.run.OutputRecording;
import org.poshremote.core.run.RunEvent;

/** What comes from the process becomes events: greeting off the front, bytes kept, text decoded. One thread. */
final class Output {
    private final Emitter emitter;
    private final OutputRecording recording;
    private final OptionalInt requested;
    private final ErrorStream.Factory errorStreams;
    private final Optional<GreetingReader> greetings;
    private final ByteArrayOutputStream earlyErrors = new ByteArrayOutputStream();
    private boolean ready;
    private StreamDecoder out;
    private ErrorStream errors;
    private LossWatch loss;

    /**
     * @param requested the code page asked for; empty: the node's own
     * @param nonce     by which the greeting is known; empty where none comes
     */
    Output(Emitter emitter, OutputRecording recording, OptionalInt requested, Optional<String> nonce,
            ErrorStream.Factory errorStreams) {
        this.emitter = emitter;
        this.recording = recording;
        this.requested = requested;
        this.errorStreams = errorStreams;
        greetings = nonce.map(GreetingReader::new);
        if (greetings.isEmpty()) {
            begin();
        }
    }

    Optional<NodeGreeting> greeting() {
        return greetings.flatMap(GreetingReader::greeting);
    }

    void standardOutput(byte[] bytes) {
        if (ready) {
            text(bytes);
            return;
        }
        byte[] rest = greetings.orElseThrow().accept(bytes);
        if (greetings.orElseThrow().decided()) {
            greeting().ifPresent(greeting -> emitter.emit(new RunEvent.Started(greeting)));
            begin();
            text(rest);
        }
    }

    /** Errors that come before the greeting wait for it, since it says in which code page they are. */
    void standardError(byte[] bytes) {
        recording.add(OutputRecording.Stream.STDERR, bytes);
        if (ready) {
            errors.accept(bytes);
        } else {
            earlyErrors.writeBytes(bytes);
        }
    }

    /** Nothing came for a while: what is held back to be complete is given as it is. */
    void idle() {
        if (ready) {
            errors.idle();
        }
    }

    void finish() {
        if (!ready) {
            byte[] rest = greetings.orElseThrow().finish();
            begin();
            text(rest);
        }
        String last = out.finish();
        if (!last.isEmpty()) {
            emitter.emit(new RunEvent.Output(last, new byte[0]));
        }
        errors.finish();
        loss.note().ifPresent(emitter::note);
    }

    private void text(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        recording.add(OutputRecording.Stream.STDOUT, bytes);
        String text = out.decode(bytes);
        loss.watch(text);
        emitter.emit(new RunEvent.Output(text, bytes));
    }

    private void begin() {
        ready = true;
        CodePage page = greeting().flatMap(NodeGreeting::codePage)
                .orElseGet(() -> CodePages.of(requested.orElse(CodePage.UTF_8)));
        Charset charset = page.charset().orElseGet(() -> {
            emitter.note("This Java has no decoder for code page " + page + ": its output is shown byte by byte as ISO 8859-1."
                    + " The bytes are kept and can be shown in another code page.");
            return StandardCharsets.ISO_8859_1;
        });
        out = new StreamDecoder(charset);
        errors = errorStreams.of(charset, emitter);
        loss = new LossWatch(page);
        if (earlyErrors.size() > 0) {
            errors.accept(earlyErrors.toByteArray());
            earlyErrors.reset();
        }
    }
}
