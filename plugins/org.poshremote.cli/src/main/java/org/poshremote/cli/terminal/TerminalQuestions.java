package org.poshremote.cli.terminal;

import java.io.Console;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.path.PathQuestions;
import org.poshremote.wsman.Secret;

/** What is asked on the way to a node: answered by the environment, or by the person at the terminal. */
public final class TerminalQuestions implements PathQuestions {
    public static final String PROXY_PASSWORD = "POSHREMOTE_PROXY_PASSWORD";
    public static final String SSH_PASSWORD = "POSHREMOTE_SSH_PASSWORD";
    public static final String KEY_PASSPHRASE = "POSHREMOTE_SSH_PASSPHRASE";

    private final Terminal terminal;
    private final Map<String, String> environment;

    public TerminalQuestions(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Optional<Secret> secret(SecretQuestion question) {
        String variable = switch (question.kind()) {
            case PROXY -> PROXY_PASSWORD;
            case SSH -> SSH_PASSWORD;
            case KEY -> KEY_PASSPHRASE;
        };
        return Optional.ofNullable(environment.get(variable)).map(String::toCharArray)
            .or(() -> console().map(console -> question.kind() == Kind.KEY ? console.readPassword("Passphrase of %s: ", question.place())
                : console.readPassword("Password of %s at %s: ", question.account(), question.place())))
            .filter(typed -> typed.length > 0).map(TerminalQuestions::secret);
    }

    private static Secret secret(char[] typed) {
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    @Override
    public boolean trusts(HostKeyQuestion question) {
        Optional<Console> console = console();
        if (console.isEmpty()) {
            return false;
        }
        terminal.errLine(Style.WARNING, question.place() + (question.port() == 22 ? "" : " (port " + question.port() + ")") + " shows an SSH key that is not known here:");
        terminal.errLine(Style.PLAIN, "  " + question.type() + " " + question.fingerprint());
        terminal.errLine(Style.PLAIN, "Compare it with the server's own. If it is the same, it is kept in " + question.list() + ".");
        while (true) {
            String typed = console.get().readLine("Is it the right key (yes/no)? ");
            String answer = typed == null ? "no" : typed.strip().toLowerCase(Locale.ROOT);
            if (answer.equals("yes") || answer.equals("no")) {
                return answer.equals("yes");
            }
        }
    }

    private Optional<Console> console() {
        return terminal.inIsTerminal() ? Optional.ofNullable(System.console()) : Optional.empty();
    }
}
