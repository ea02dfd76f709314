package org.poshremote.wsman.winrs;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.XmlText;

/**
 * A shell on the node: for commands, or of PowerShell. Deleted by {@link #close}, at the latest when this program ends in an orderly way; with it
 * goes every process in it.
 */
public final class Shell implements AutoCloseable {
    private final WinRs client;
    private final String resource;
    private final Map<String, String> selectors;
    private final AtomicBoolean deleted = new AtomicBoolean();

    Shell(WinRs client, String resource, Map<String, String> selectors) {
        this.client = client;
        this.resource = resource;
        this.selectors = Map.copyOf(selectors);
        OpenShells.add(this);
    }

    public String id() {
        return selectors.getOrDefault("ShellId", "");
    }

    /**
     * Asks once for what the shell itself has to say, as those of PowerShell do; what commands say is asked of them.
     *
     * @return {@link Received#NOTHING} where the operation time-out passed first
     */
    public Received receive() throws WsmanException {
        ReceiveReply reply = new ReceiveReply();
        try {
            client.listen(client.message(Names.RECEIVE, selectors).resource(resource).option("WSMAN_CMDSHELL_OPTION_KEEPALIVE", "TRUE")
                .body("<rsp:Receive><rsp:DesiredStream>stdout</rsp:DesiredStream></rsp:Receive>"), reply);
            return reply.received();
        } catch (FaultException e) {
            if (e.fault().isOperationTimeOut()) {
                return Received.NOTHING;
            }
            throw e;
        }
    }

    /**
     * Starts a process.
     *
     * @param commandLine      for cmd.exe on the node, at most 8191 characters there; it arrives as it is, blanks included
     * @param consoleModeStdin WINRS_CONSOLEMODE_STDIN: the process reads a console instead of a pipe, and can be sent Ctrl-C
     */
    public RemoteCommand start(String commandLine, boolean consoleModeStdin) throws WsmanException {
        String[] id = new String[1];
        client.say(client.message(Names.COMMAND, selectors)
            .option("WINRS_CONSOLEMODE_STDIN", consoleModeStdin ? "TRUE" : "FALSE")
            .option("WINRS_SKIP_CMD_SHELL", "FALSE")
            .body("<rsp:CommandLine><rsp:Command>" + XmlText.escape(commandLine) + "</rsp:Command></rsp:CommandLine>"),
            Lane.Kind.ONCE, (reader, namespace, name) -> {
                if (namespace.equals(Names.SHELL) && name.equals("CommandId")) {
                    id[0] = reader.text().strip();
                }
            });
        if (id[0] == null || id[0].isEmpty()) {
            throw new TransportException(TransportException.Kind.NOT_SOAP, client.settings().endpoint(),
                client.settings().endpoint() + " started a command and did not say which.", null, true);
        }
        return new RemoteCommand(client, selectors, id[0]);
    }

    /** The same as {@link #close}, but tells why it did not work. Only the first call does anything. */
    public void delete() throws WsmanException {
        if (!deleted.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = Thread.interrupted(); // an interrupted thread could not use its socket any more
        try {
            client.sayLast(client.message(Names.DELETE, selectors).resource(resource));
        } finally {
            OpenShells.remove(this);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Deletes the shell as well as it can, also while a Receive is pending. Idempotent. */
    @Override
    public void close() {
        try {
            delete();
        } catch (WsmanException e) {
            // the node deletes it when it has been idle for long enough
        }
    }
}
