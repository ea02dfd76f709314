package org.poshremote.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.lsp4j.Command;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.completion.ScriptCompletion;
import org.poshremote.editor.format.FormatOnSave;
import org.poshremote.editor.hover.ScriptHover;
import org.poshremote.editor.lens.ScriptLenses;
import org.poshremote.editor.rename.RenameFixture;
import org.poshremote.editor.server.FakeServer;
import org.poshremote.editor.target.ScriptTarget;
import org.poshremote.editor.testing.Bench;

/** The client against a server that announces everything. */
class ClientTest {
    private FakeServer server;

    @BeforeEach
    void start() {
        server = FakeServer.use();
    }

    @AfterEach
    void clear() {
        EditorPlugin.get().getPreferenceStore().setToDefault(FormatOnSave.PREFERENCE);
        Bench.clear();
        FakeServer.real();
    }

    private String atServer() {
        return server.texts.isEmpty() ? "" : server.texts.values().iterator().next();
    }

    private static <T> T inBackground(java.util.function.Supplier<T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, task -> Thread.ofVirtual().start(task));
        Bench.until("answered", answer::isDone);
        return answer.join();
    }

    @Test
    void textsStayTheSameAtTheServer() throws BadLocationException {
        IDocument document = Bench.document(Bench.open("a.ps1", "one\ntwo\nthree\n"));
        document.replace(4, 3, "2\n2\n");
        document.replace(0, 0, "# ä😀\n");
        document.replace(document.getLength(), 0, "end");
        document.replace(2, 3, "");
        Bench.until("the same", () -> atServer().equals(document.get()));
    }

    @Test
    void completesWithSnippetsAndDocumentation() {
        ITextEditor editor = Bench.open("a.ps1", "  fore");
        Bench.until("open", () -> !server.texts.isEmpty());
        ScriptCompletion completion = new ScriptCompletion();
        assertEquals(0, completion.computeCompletionProposals(Bench.viewer(editor), 6).length, "the UI thread does not wait");
        ICompletionProposal[] found = inBackground(() -> completion.computeCompletionProposals(Bench.viewer(editor), 6));
        assertEquals(List.of("foreach"), Arrays.stream(found).map(ICompletionProposal::getDisplayString).toList());
        String told = (String) inBackground(() -> ((ICompletionProposalExtension5) found[0]).getAdditionalProposalInfo(null));
        assertTrue(told.contains("<b>Gets</b> &lt;items&gt;"), told);
        ((ICompletionProposalExtension2) found[0]).apply(Bench.viewer(editor), '\0', 0, 6);
        assertEquals("  foreach ($item in $items) {\n      \n  }", Bench.document(editor).get().replace("\r", ""));
        assertEquals("item", Bench.document(editor).get().substring(found[0].getSelection(null).x, found[0].getSelection(null).x + found[0].getSelection(null).y));
    }

    @Test
    void hoverIsHtmlWithLinksAndEscaped() {
        ITextEditor editor = Bench.open("a.ps1", "Get-Item");
        String html = (String) inBackground(() -> new ScriptHover().getHoverInfo2(Bench.viewer(editor), new Region(2, 1)));
        assertTrue(html.contains("<code>&lt;script&gt;</code>"), html);
        assertTrue(html.contains("<a href=\"https://example.org/x\">more</a>"), html);
    }

    @Test
    void renamesAllAtOnce() throws BadLocationException {
        ITextEditor editor = Bench.open("a.ps1", "$old = 1\n$old + $old\n");
        Bench.until("open", () -> !server.texts.isEmpty());
        String preview = inBackground(() -> RenameFixture.preview(Bench.document(editor), 1, "$new"));
        assertEquals("$new = 1\n$new + $new\n", preview);
        RenameFixture.perform();
        Bench.until("renamed", () -> Bench.document(editor).get().equals("$new = 1\n$new + $new\n"));
    }

    @Test
    void formatsTheScriptASelectionAndOnSave() throws CommandException {
        IFile file = Bench.file("a.ps1", "a  \nb  \nc  \n");
        ITextEditor editor = Bench.open(file);
        Bench.until("open", () -> !server.texts.isEmpty());
        editor.selectAndReveal(4, 1);
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.poshremote.editor.format", null);
        Bench.until("the line is formatted", () -> Bench.document(editor).get().equals("a  \nb\nc  \n"));
        EditorPlugin.get().getPreferenceStore().setValue(FormatOnSave.PREFERENCE, true);
        editor.doSave(null);
        Bench.until("formatted and saved", () -> Bench.document(editor).get().equals("a\nb\nc\n") && !editor.isDirty());
    }

    @Test
    void lensesRunOnTheTargetOfTheScript() {
        IFile file = Bench.file("a.ps1", "function a { }\n");
        ScriptTarget.set(file.getProject(), Optional.of("web01"));
        ITextEditor editor = Bench.open(file);
        CompletableFuture<List<? extends ICodeMining>> minings = new ScriptLenses().provideCodeMinings(Bench.viewer(editor), null);
        Bench.until("answered", minings::isDone);
        assertEquals(List.of("Run on web01"), minings.join().stream().map(ICodeMining::getLabel).toList());
    }

    @Test
    void lensesSayWhatTheyRun() {
        server.lenses = List.of(new Command("Run", "poshremote.runFunction", List.of("uri", "a")), new Command("Run", "poshremote.runTests", List.of("uri", "it")));
        IFile file = Bench.file("a.ps1", "function a { }\n");
        ScriptTarget.set(file, Optional.of("web01"));
        ITextEditor editor = Bench.open(file);
        CompletableFuture<List<? extends ICodeMining>> minings = new ScriptLenses().provideCodeMinings(Bench.viewer(editor), null);
        Bench.until("answered", minings::isDone);
        assertEquals(List.of("Run on web01", "Run script on web01"), minings.join().stream().map(ICodeMining::getLabel).toList());
    }

    @Test
    void theServerLearnsOfTheTarget() {
        IFile file = Bench.file("a.ps1", "1\n");
        Bench.open(file);
        Bench.until("open", () -> !server.texts.isEmpty());
        Bench.until("the script is in front", () -> !server.configurations.isEmpty());
        ScriptTarget.set(file, Optional.of("nano7"));
        assertEquals(Optional.of("nano7"), ScriptTarget.of(file));
        Bench.until("told", () -> server.configurations.getLast().toString().contains("nano7"));
        ScriptTarget.set(file, Optional.empty());
        Bench.until("told that there is none", () -> !server.configurations.getLast().toString().contains("nano7"));
    }

    @Test
    void startsAgainAfterACrash() {
        ITextEditor editor = Bench.open("a.ps1", "1\n");
        Bench.until("open", () -> !server.texts.isEmpty());
        server.texts.clear();
        server.crash();
        Bench.until("open again", () -> atServer().equals(Bench.document(editor).get()));
        assertEquals(2, server.starts);
        assertFalse(editor.isDirty());
    }
}
