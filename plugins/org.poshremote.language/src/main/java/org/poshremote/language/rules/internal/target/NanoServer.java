package org.poshremote.language.rules.internal.target;

import java.util.Set;

/** Commands that Windows Server has and Nano Server has not. */
final class NanoServer {
    private static final Set<String> MISSING = Set.of("get-wmiobject", "invoke-wmimethod", "set-wmiinstance", "remove-wmiobject", "register-wmievent", "get-eventlog", "clear-eventlog",
        "limit-eventlog", "new-eventlog", "remove-eventlog", "show-eventlog", "write-eventlog", "start-transaction", "complete-transaction", "get-transaction", "undo-transaction",
        "use-transaction", "add-computer", "remove-computer", "checkpoint-computer", "restore-computer", "disable-computerrestore", "enable-computerrestore",
        "get-computerrestorepoint", "test-computersecurechannel", "reset-computermachinepassword", "get-hotfix", "get-clipboard", "set-clipboard", "new-webserviceproxy",
        "get-controlpanelitem", "show-controlpanelitem", "out-gridview", "out-printer", "send-mailmessage", "convertto-html", "export-pssession", "import-pssession", "show-command",
        "update-list", "convertfrom-string", "convert-string", "get-cmsmessage", "protect-cmsmessage", "unprotect-cmsmessage", "get-pfxcertificate", "get-counter", "export-counter",
        "import-counter", "add-pssnapin", "get-pssnapin", "remove-pssnapin", "export-console", "register-scheduledjob", "get-scheduledjob", "new-jobtrigger");
    /** In Technical Preview 3 there is less still. */
    private static final Set<String> MISSING_IN_TP3 = Set.of("restart-computer", "start-transcript", "stop-transcript");

    private NanoServer() {
    }

    /** @param command in lower case */
    static boolean lacks(String command, String profile) {
        return MISSING.contains(command) || profile.equals("nano-tp3") && MISSING_IN_TP3.contains(command);
    }
}
