package org.poshremote.editor.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poshremote.editor.testing.Bench;

/** What the workbench half is asked to run; nothing runs. */
class FunctionRunTest {
    private static final String SCRIPT = "Remove-Item x\nfunction Get-Thing { 1 }\nfunction Set-Thing { param([Parameter(Mandatory)] $Name) }\n";

    private final List<Map<String, String>> runs = new ArrayList<>();
    private IHandlerActivation handler;

    @BeforeEach
    void takeRuns() {
        Bench.page();
        handler = service().activateHandler(RunCommands.RUN, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                Map<String, String> given = new HashMap<>();
                event.getParameters().forEach((name, value) -> given.put(String.valueOf(name), String.valueOf(value)));
                runs.add(given);
                return null;
            }
        });
    }

    @AfterEach
    void clear() {
        service().deactivateHandler(handler);
        Bench.clear();
    }

    private static IHandlerService service() {
        return PlatformUI.getWorkbench().getService(IHandlerService.class);
    }

    private static Optional<Shell> question() {
        return Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(Messages.FunctionRun_question)).findFirst();
    }

    /** The question has an event loop of its own, so it is answered from within. */
    private static void whenAsked(Consumer<Shell> answer) {
        Display.getCurrent().timerExec(50, () -> question().ifPresentOrElse(answer, () -> whenAsked(answer)));
    }

    @Test
    void theFunctionRunsWithoutTheRestOfTheScript() {
        IFile file = Bench.file("a.ps1", SCRIPT);
        ScriptTarget.set(file, Optional.of("web01"));
        Bench.open(file);
        FunctionRun.run(file, "Get-Thing");
        Bench.until("run", () -> !runs.isEmpty());
        String text = runs.getFirst().get(RunCommands.TEXT);
        assertTrue(text.startsWith("             \nfunction Get-Thing { 1 }\n") && text.endsWith("\n& 'Get-Thing'\n"), text);
        assertEquals("Get-Thing of a.ps1", runs.getFirst().get(RunCommands.TITLE));
        assertEquals("web01", runs.getFirst().get(RunCommands.TARGET));
    }

    @Test
    void whatNeedsArgumentsIsSaidAndTheScriptOffered() {
        IFile file = Bench.file("a.ps1", SCRIPT);
        ScriptTarget.set(file, Optional.of("web01"));
        Bench.open(file);
        boolean[] answered = {false};
        whenAsked(question -> {
            answered[0] = true;
            question.close();
        });
        FunctionRun.run(file, "Set-Thing");
        Bench.until("asked", () -> answered[0]);
        Bench.settle();
        assertEquals(List.of(), runs, "nothing runs without an answer");
        whenAsked(question -> question.getDefaultButton().notifyListeners(SWT.Selection, new Event()));
        FunctionRun.run(file, "Set-Thing");
        Bench.until("run", () -> !runs.isEmpty());
        assertEquals(Map.of(RunCommands.TARGET, "web01"), runs.getFirst());
    }
}
