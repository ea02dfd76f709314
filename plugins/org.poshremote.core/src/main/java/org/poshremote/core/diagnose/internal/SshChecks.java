package org.poshremote.core.diagnose.internal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.poshremote.core.diagnose.Evidence;
import org.poshremote.core.diagnose.Facts;
import org.poshremote.core.ssh.SshCommand;
import org.poshremote.core.ssh.SshException;
import org.poshremote.core.ssh.SshPassword;
import org.poshremote.core.ssh.SshSession;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.Target;
import org.poshremote.wsman.Secret;
import org.poshremote.wsman.http.Deadline;

/** Of a target that is reached by SSH: its server, and PowerShell behind it. */
final class SshChecks {
    private static final String VERSION = "[Console]::Out.Write([string]$PSVersionTable.PSVersion)";

    private SshChecks() {
    }

    /** Host key and sign-in; a password is sent once at most, and only where no key is taken. */
    static Found signIn(Probe probe, Facts before) {
        Target target = probe.target();
        if (target.user().isBlank()) {
            return Found.skipped("The target names no account, so nobody signs in; name one to have the rest looked at.");
        }
        if (probe.refused.isPresent()) {
            return Found.failed("As before: " + probe.refused.get().getMessage(), new Evidence("ssh.failed", "sign-in"));
        }
        SshPassword password = new SshPassword() {
            @Override
            public Optional<Secret> get() {
                return probe.password().map(Secret::copy);
            }
        };
        SshSession session = probe.register(new SshSession(new JumpHost(target.user(), PathChecks.bare(target.host()), target.port()), target.name(), probe.path(),
            password, probe.connector()));
        try {
            session.open();
            probe.ssh = Optional.of(session);
            return Found.passed("Signed in by " + session.signedInBy().orElse("SSH") + ".", new Evidence("ssh", "signed-in"));
        } catch (SshException e) {
            probe.done(session);
            return Found.failed(e.getMessage()).and(Failure.ofIo(e));
        }
    }

    static Found powerShell(Probe probe, Facts before) {
        if (probe.ssh.isEmpty()) {
            return Found.skipped("Nobody signed in.");
        }
        String encoded = Base64.getEncoder().encodeToString(VERSION.getBytes(StandardCharsets.UTF_16LE));
        for (String host : new String[] {"powershell", "pwsh"}) {
            Optional<String> version;
            try {
                version = said(probe, host + " -NoLogo -NoProfile -NonInteractive -EncodedCommand " + encoded);
            } catch (SshException e) {
                return Found.failed(e.getMessage()).and(Failure.ofIo(e));
            }
            if (version.isPresent()) {
                return Found.passed(host + " " + version.get() + ".", new Evidence("ssh.powershell", host), new Evidence("powershell.version", version.get()));
            }
        }
        return Found.failed("Neither powershell nor pwsh starts there.", new Evidence("ssh.powershell", "none"));
    }

    private static Optional<String> said(Probe probe, String line) throws SshException {
        Beginning out = new Beginning();
        Deadline deadline = probe.answering();
        try (SshCommand command = probe.ssh.orElseThrow().start(line, out, OutputStream.nullOutputStream(), deadline)) {
            while (!command.ended() && !deadline.passed()) {
                Thread.sleep(10);
            }
            String text = out.toString(StandardCharsets.ISO_8859_1).strip();
            boolean worked = command.ended() && command.exitCode().orElse(1) == 0 && text.matches("[0-9]{1,3}(\\.[0-9]{1,9}){1,3}[-.0-9A-Za-z]{0,30}");
            return worked ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Of what a server sends, however much that is: a version is short. */
    private static final class Beginning extends ByteArrayOutputStream {
        private static final int MOST = 1024;

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, Math.min(length, MOST - size()));
        }
    }
}
