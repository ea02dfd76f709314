package org.poshremote.core.run.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.poshremote.core.run.RunFailure;
import org.poshremote.core.target.Target;

/** A node that answers what a test laid out, and writes down what it was asked. */
final class ScriptedNode implements NodeConnector, NodeConnection, NodeConnection.Shell, NodeConnection.Command {
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    final ByteArrayOutputStream stdin = new ByteArrayOutputStream();
    final CountDownLatch receiving = new CountDownLatch(1);
    final CountDownLatch stdinEnded = new CountDownLatch(1);
    private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
    private String failAt = "";
    private Optional<String> signedInBy = Optional.empty();
    private NodeException failure;
    private String greetingFacts = "ps=5.1.17763.1 edition=Desktop clr=4.0.30319.42000 codepage=65001 culture=en-US elevated=True";

    ScriptedNode greets(String facts) {
        greetingFacts = facts;
        return this;
    }

    ScriptedNode signsInBy(String words) {
        signedInBy = Optional.of(words);
        return this;
    }

    ScriptedNode fails(String at, NodeException with) {
        failAt = at;
        failure = with;
        return this;
    }

    ScriptedNode answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    ScriptedNode answers(NodeException exception) {
        answers.add(exception);
        return this;
    }

    /** Output, then the end with this code, in one answer. */
    ScriptedNode ends(String output, long exitCode) {
        return answers(new Answer(List.of(out(output)), true, OptionalLong.of(exitCode)));
    }

    static Piece out(String text) {
        return new Piece(false, text.getBytes(StandardCharsets.UTF_8));
    }

    static Piece err(String text) {
        return new Piece(true, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer running(Piece... pieces) {
        return new Answer(List.of(pieces), false, OptionalLong.empty());
    }

    static NodeException fault(long code) {
        return new NodeException(RunFailure.Kind.NODE, "Fault " + code + ".", Optional.empty(), code, true, null);
    }

    static NodeException reset() {
        return new NodeException(RunFailure.Kind.CONNECT, "The connection was reset.", Optional.empty(), 0, true, null);
    }

    /** What stands for the greeting in a laid-out output. */
    static final String GREETING = "{greeting}";

    @Override
    public String authentication(Optional<String> before) {
        return before.orElse("Scripted");
    }

    @Override
    public Optional<String> signedInBy() {
        return signedInBy;
    }

    @Override
    public Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    public int sendSize() {
        return 98_304;
    }

    @Override
    public int resumptions() {
        return 0;
    }

    @Override
    public String way() {
        return "";
    }

    @Override
    public NodeConnection connect(Target target) {
        return this;
    }

    @Override
    public Shell open(ShellPlan plan) throws NodeException {
        step("create " + (plan.codePage().isPresent() ? plan.codePage().getAsInt() : "own"));
        return this;
    }

    @Override
    public int requests() {
        return (int) log.stream().filter(line -> !line.equals("close")).count();
    }

    @Override
    public void close() {
        log.add("close");
        answers.add(new NodeException(RunFailure.Kind.CONNECT, "Closed here.", Optional.empty(), 0, true, null));
    }

    @Override
    public Command start(String commandLine, boolean consoleModeStdin) throws NodeException {
        step("command" + (consoleModeStdin ? " console" : ""));
        return this;
    }

    @Override
    public void delete() throws NodeException {
        step("delete");
        answers.add(reset());
    }

    @Override
    public void send(byte[] data, int offset, int length, boolean end) throws NodeException {
        step("send" + (end ? " end" : ""));
        synchronized (stdin) {
            stdin.write(data, offset, length);
        }
        if (end) {
            stdinEnded.countDown();
        }
    }

    @Override
    public Answer receive() throws NodeException {
        step("receive");
        receiving.countDown();
        try {
            Object answer = answers.take();
            if (answer instanceof NodeException exception) {
                throw exception;
            }
            return greeted((Answer) answer);
        } catch (InterruptedException e) {
            throw reset();
        }
    }

    @Override
    public void terminate() throws NodeException {
        step("terminate");
    }

    @Override
    public void interrupt() throws NodeException {
        step("ctrl-c");
    }

    private void step(String what) throws NodeException {
        log.add(what);
        if (!failAt.isEmpty() && what.startsWith(failAt)) {
            failAt = "";
            throw failure;
        }
    }

    private Answer greeted(Answer answer) {
        String sent = new String(stdin.toByteArray(), StandardCharsets.ISO_8859_1);
        String nonce = sent.startsWith("PR1 ") ? sent.split(" ", 3)[1] : "";
        return new Answer(answer.pieces().stream().map(piece -> {
            byte[] greeting = ("PR1 " + nonce + ' ' + greetingFacts + '\n').getBytes(StandardCharsets.US_ASCII);
            byte[] mark = GREETING.getBytes(StandardCharsets.US_ASCII);
            if (piece.data().length < mark.length || !new String(piece.data(), 0, mark.length, StandardCharsets.US_ASCII).equals(GREETING)) {
                return piece;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(greeting);
            all.write(piece.data(), mark.length, piece.data().length - mark.length);
            return new Piece(piece.error(), all.toByteArray());
        }).toList(), answer.done(), answer.exitCode());
    }
}
