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
    private static final int MOST_EARLY_ERRORS = 1 << 20;
    private final Emitter emitter;
    private final OutputRecording recording;
    private final OptionalInt requested;
    private final ErrorStream.Factory errorStreams;
    private final Optional<GreetingReader> greetings;
    private final ByteArrayOutputStream earlyErrors = new ByteArrayOutputStream();
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
    }

    Optional<NodeGreeting> greeting() {
        return greetings.flatMap(GreetingReader::greeting);
    }

    void standardOutput(byte[] bytes) {
        if (greetings.isEmpty()) {
            text(bytes);
            return;
        }
        GreetingReader.Taken taken = greetings.get().accept(bytes);
        text(taken.before());
        taken.greeting().ifPresent(greeting -> {
            emitter.emit(new RunEvent.Started(greeting));
            begin();
        });
        text(taken.after());
    }

    /** Errors that come before the greeting wait for it, since it says in which code page they are. */
    void standardError(byte[] bytes) {
        recording.add(OutputRecording.Stream.STDERR, bytes);
        if (greetings.isEmpty() || greeting().isPresent() || earlyErrors.size() > MOST_EARLY_ERRORS) {
            begun().accept(bytes);
        } else {
            earlyErrors.writeBytes(bytes);
        }
    }

    /** Nothing came for a while: what is held back to be complete is given as it is. */
    void idle() {
        if (errors != null) {
            errors.idle();
        }
    }

    void finish() {
        greetings.ifPresent(reader -> text(reader.finish()));
        begun().finish();
        String last = out.finish();
        if (!last.isEmpty()) {
            emitter.emit(new RunEvent.Output(last, new byte[0]));
        }
        loss.note().ifPresent(emitter::note);
    }

    private void text(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        begun();
        recording.add(OutputRecording.Stream.STDOUT, bytes);
        String text = out.decode(bytes);
        loss.watch(text);
        emitter.emit(new RunEvent.Output(text, bytes));
    }

    /** The decoders there are, or those for the code page that was asked for. */
    private ErrorStream begun() {
        if (out == null) {
            begin();
        }
        return errors;
    }

    /** Decoders by what is known now; once more when the greeting comes after other output. */
    private void begin() {
        CodePage page = greeting().flatMap(NodeGreeting::codePage)
                .orElseGet(() -> CodePages.of(requested.orElse(CodePage.UTF_8)));
        Charset charset = page.charset().orElseGet(() -> {
            emitter.note("This Java has no decoder for code page " + page + ": its output is shown byte by byte as ISO 8859-1."
                    + " The bytes are kept and can be shown in another code page.");
            return StandardCharsets.ISO_8859_1;
        });
        if (errors != null) {
            errors.finish();
        }
        out = new StreamDecoder(charset);
        errors = errorStreams.of(charset, emitter);
        loss = new LossWatch(page);
        if (earlyErrors.size() > 0) {
            errors.accept(earlyErrors.toByteArray());
            earlyErrors.reset();
        }
    }
}
