package org.poshremote.swtbot.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.swtbot.swt.finder.junit5.SWTBotJunit5Extension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.poshremote.swtbot.testing.Ide;
import org.poshremote.swtbot.testing.Node;
import org.poshremote.swtbot.testing.TargetSteps;

/** From a new target to a run, to its end from outside, and to the reason why a node does not answer. */
@ExtendWith(SWTBotJunit5Extension.class)
class RunJourneysTest {
    private final Ide ide = new Ide();
    private final TargetSteps targets = new TargetSteps(ide);

    @AfterEach
    void tidy() {
        ide.tidy();
        targets.deleteAll();
        Ide.assertLogClean();
    }

    @Test
    void aTargetIsCreatedAndAScriptRunsOnIt() {
        try (Node node = new Node()) {
            IFile script = ide.script("hello.ps1", "Write-Output \"Hello from $env:COMPUTERNAME\"");
            targets.create("lab", node.host(), node.port(), node.user(), node.password());
            ide.open(script);
            run();
            ide.until("the run ends", () -> ide.console().contains("# Exit code 0"));
            assertTrue(ide.console().contains("Hello from "), ide.console());
            ide.picture("journey-run");
        }
    }

    @Test
    void aRunIsCancelledAndLaunchedAgain() {
        try (Node node = new Node()) {
            IFile script = ide.script("long.ps1", "Write-Output 'at work'", "Start-Sleep -Seconds 600");
            targets.create("lab", node.host(), node.port(), node.user(), node.password());
            ide.open(script);
            run();
            ide.until("the script works", () -> ide.console().contains("at work"));
            ide.bot.viewById("org.eclipse.ui.console.ConsoleView").show();
            ide.bot.viewById("org.eclipse.ui.console.ConsoleView").toolbarButton("Terminate").click();
            ide.until("the run ends", () -> ide.console().lines().reduce((a, b) -> b).orElse("").startsWith("# "));
            ide.picture("journey-cancelled");
            ide.bot.menu("Run").menu("Run").click();
            ide.until("the script works again", () -> ide.console().endsWith("at work" + System.lineSeparator()) || ide.console().strip().endsWith("at work"));
        }
    }

    @Test
    void aFailingConnectionOpensItsDiagnosis() {
        IFile script = ide.script("hello.ps1", "Write-Output 'Hello'");
        String port;
        try (Node node = new Node()) {
            port = node.port();
        }
        targets.create("lab", "127.0.0.1", port, "somebody", "a password");
        ide.open(script);
        run();
        ide.bot.viewByTitle("Connection Diagnosis").show();
        ide.until("the diagnosis names the cause", () -> diagnosis().stream().anyMatch(step -> step.contains("PR-PORT-REFUSED")));
        ide.picture("journey-diagnosis");
    }

    private List<String> diagnosis() {
        return Arrays.stream(ide.bot.viewByTitle("Connection Diagnosis").bot().tree().getAllItems()).map(item -> item.getText()).toList();
    }

    private void run() {
        ide.bot.toolbarDropDownButtonWithTooltip("Run Script on a Target (Ctrl+Alt+R)").click();
    }
}
