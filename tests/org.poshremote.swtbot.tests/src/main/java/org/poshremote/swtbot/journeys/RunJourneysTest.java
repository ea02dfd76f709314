package org.poshremote.swtbot.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
            ide.bot.viewByTitle("Console").show();
            ide.bot.viewByTitle("Console").toolbarButton("Terminate").click();
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
        ide.until("the diagnosis names the cause", () -> ide.bot.viewByTitle("Connection Diagnosis").bot().tree().rowCount() > 0);
        ide.picture("journey-diagnosis");
    }

    private void run() {
        ide.bot.toolbarDropDownButtonWithTooltip("Run Script on a Target (Ctrl+Alt+R)").click();
    }
}
