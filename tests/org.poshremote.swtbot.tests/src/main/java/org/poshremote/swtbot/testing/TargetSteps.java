package org.poshremote.swtbot.testing;

import org.eclipse.swtbot.eclipse.finder.SWTWorkbenchBot;
import org.eclipse.swtbot.swt.finder.waits.Conditions;
import org.eclipse.swtbot.swt.finder.waits.DefaultCondition;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTree;

/** What a person does in the Targets view. */
public final class TargetSteps {
    private final SWTWorkbenchBot bot;
    private int created;

    public TargetSteps(Ide ide) {
        bot = ide.bot;
    }

    /** By the wizard, with its first page alone. */
    public void create(String name, String host, String port, String user, String password) {
        SWTBotShell wizard = wizard(name, host);
        wizard.bot().textWithLabel("Port:").setText(port);
        wizard.bot().textWithLabel("Account:").setText(user);
        wizard.bot().textWithLabel("Password:").setText(password);
        finish(wizard);
    }

    /** By the wizard, for a node of a certain kind that nobody signs in to. */
    public void create(String name, String host, String kind) {
        SWTBotShell wizard = wizard(name, host);
        wizard.bot().button("Next >").click();
        wizard.bot().comboBoxWithLabel("Kind of node:").setSelection(kind);
        finish(wizard);
    }

    private SWTBotShell wizard(String name, String host) {
        bot.viewByTitle("Targets").toolbarButton("New Target").click();
        SWTBotShell wizard = bot.shell("New Target").activate();
        wizard.bot().textWithLabel("Host:").setText(host);
        wizard.bot().textWithLabel("Name:").setText(name);
        return wizard;
    }

    private void finish(SWTBotShell wizard) {
        wizard.bot().button("Finish").click();
        bot.waitUntil(Conditions.shellCloses(wizard));
        created++;
    }

    /** Those that were created here. */
    public void deleteAll() {
        for (; created > 0; created--) {
            SWTBotTree tree = bot.viewByTitle("Targets").bot().tree();
            int before = tree.rowCount();
            tree.getAllItems()[0].select().contextMenu("Delete").click();
            bot.shell("Delete Targets").activate().bot().button("OK").click();
            bot.waitUntil(new DefaultCondition() {
                @Override
                public boolean test() {
                    return tree.rowCount() < before;
                }

                @Override
                public String getFailureMessage() {
                    return "the target was not deleted";
                }
            });
        }
    }
}
