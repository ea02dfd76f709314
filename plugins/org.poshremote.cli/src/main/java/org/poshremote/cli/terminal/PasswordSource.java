package org.poshremote.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.wsman.Secret;

/**
 * Where a password comes from: the first line of standard input where asked for, the environment, or a prompt without
 * echo. Never an argument, which every user of the machine could read in the process list.
 */
public final class PasswordSource {
    public static final String VARIABLE = "POSHREMOTE_PASSWORD";
    public static final String KEY_VARIABLE = "POSHREMOTE_KEY_PASSWORD";
    private static final int LONGEST = 4096;

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final InputStream standardInput;

    public PasswordSource(Terminal terminal, Map<String, String> environment, InputStream standardInput) {
        this.terminal = terminal;
        this.environment = environment;
        this.standardInput = standardInput;
    }

    /** @param fromStandardInput the first line there, UTF-8; what follows it stays for others to read */
    public Secret password(String account, String target, boolean fromStandardInput) throws CommandFailure {
        if (fromStandardInput) {
            return firstLine();
        }
        return given(VARIABLE, account + " on " + target);
    }

    /** Of a client certificate's key. @param certificate in words */
    public Secret keyPassword(String certificate, boolean fromStandardInput) throws CommandFailure {
        return fromStandardInput ? firstLine() : given(KEY_VARIABLE, "the key of " + certificate);
    }

    private Secret given(String variable, String whose) throws CommandFailure {
        String given = environment.get(variable);
        if (given != null) {
            return secret(given.toCharArray());
        }
        if (terminal.inIsTerminal() && System.console() != null) {
            char[] typed = System.console().readPassword("Password of %s: ", whose);
            if (typed != null) {
                return secret(typed);
            }
        }
        throw new CommandFailure(ExitCodes.USAGE, "there is no password for " + whose
            + ": set " + variable + ", or give it as the first line of standard input with --password-stdin.");
    }

    /** The same where there may be none: from the environment, or asked for. */
    public Optional<Secret> passwordIfAny(String account, String target) {
        try {
            return Optional.of(password(account, target, false));
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    private Secret firstLine() throws CommandFailure {
        byte[] bytes = new byte[LONGEST];
        int length = 0;
        try {
            for (int b = standardInput.read(); b >= 0 && b != '\n'; b = standardInput.read()) {
                if (length == LONGEST) {
                    throw new CommandFailure(ExitCodes.USAGE, "the first line of standard input is too long to be a password.");
                }
                bytes[length++] = (byte) b;
            }
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
            CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
            try {
                return secret(Arrays.copyOf(chars.array(), chars.limit()));
            } finally {
                Arrays.fill(chars.array(), '\0');
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.USAGE, "the password could not be read from standard input: " + e.getMessage(), e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Wipes what it is given. */
    private static Secret secret(char[] plain) {
        try {
            return Secret.of(plain);
        } finally {
            Arrays.fill(plain, '\0');
        }
    }
}
