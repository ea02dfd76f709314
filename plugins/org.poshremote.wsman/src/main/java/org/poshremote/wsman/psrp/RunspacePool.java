package org.poshremote.wsman.psrp;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.winrs.Received;
import org.poshremote.wsman.winrs.Shell;
import org.poshremote.wsman.winrs.StreamChunk;
import org.poshremote.wsman.winrs.WinRs;

/**
 * A pool of one runspace at an endpoint of PowerShell remoting (MS-PSRP 3.1.1.2). It is opened and closed: whether the node
 * lets the account in, and what answers there. Nothing is run in it.
 */
public final class RunspacePool implements AutoCloseable {
    /** The endpoint that Enter-PSSession and Invoke-Command use where none is named. */
    public static final String DEFAULT_ENDPOINT = "Microsoft.PowerShell";

    /** What every version since PowerShell 2 takes; newer servers answer with their own (MS-PSRP 2.2.2.1). */
    private static final String PROTOCOL = "2.1";
    private static final String CAPABILITY = "<Obj RefId=\"0\"><MS><Version N=\"protocolversion\">" + PROTOCOL
        + "</Version><Version N=\"PSVersion\">2.0</Version><Version N=\"SerializationVersion\">1.1.0.1</Version></MS></Obj>";
    /** MS-PSRP 2.2.2.2: one runspace, no host that could be asked anything. */
    private static final String INIT = "<Obj RefId=\"0\"><MS><I32 N=\"MinRunspaces\">1</I32><I32 N=\"MaxRunspaces\">1</I32>"
        + enumeration("PSThreadOptions", 1, "System.Management.Automation.Runspaces.PSThreadOptions", "Default", 0)
        + enumeration("ApartmentState", 2, "System.Management.Automation.Runspaces.ApartmentState", "UNKNOWN", 2)
        + "<Obj N=\"HostInfo\" RefId=\"3\"><MS><B N=\"_isHostNull\">true</B><B N=\"_isHostUINull\">true</B><B N=\"_isHostRawUINull\">true</B>"
        + "<B N=\"_useRunspaceHost\">true</B></MS></Obj><Nil N=\"ApplicationArguments\"/></MS></Obj>";

    // MS-PSRP 2.2.3.4
    private static final String OPENED = "2";
    private static final String CLOSED = "3";
    private static final String BROKEN = "5";

    /**
     * What the server says of itself.
     *
     * @param protocol   of PowerShell remoting that it speaks, such as "2.3"
     * @param powerShell its PSVersion, where it tells
     * @param clr        its CLRVersion, where it tells
     */
    public record Greeting(String protocol, Optional<String> powerShell, Optional<String> clr) {
    }

    /** The server ended the pool instead of opening it. */
    public static final class NotOpenedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotOpenedException(String message) {
            super(message);
        }
    }

    private final Shell shell;
    private final Greeting greeting;

    private RunspacePool(Shell shell, Greeting greeting) {
        this.shell = shell;
        this.greeting = greeting;
    }

    /**
     * Opens a pool and waits until the server says so.
     *
     * @param goOn asked between two answers; the pool is closed where it says no
     * @throws NotOpenedException with a clause such as "the server broke the pool off"
     */
    public static RunspacePool open(WinRs client, String endpoint, BooleanSupplier goOn) throws WsmanException, NotOpenedException {
        UUID id = UUID.randomUUID();
        ByteArrayOutputStream creation = new ByteArrayOutputStream();
        Fragment.whole(1, PsrpMessage.toServer(PsrpMessage.SESSION_CAPABILITY, id, CAPABILITY).toBytes()).write(creation);
        Fragment.whole(2, PsrpMessage.toServer(PsrpMessage.INIT_RUNSPACEPOOL, id, INIT).toBytes()).write(creation);
        Shell shell = client.openPowerShell(endpoint, id, PROTOCOL, creation.toByteArray());
        boolean opened = false;
        try {
            Greeting greeting = awaitOpened(shell, goOn);
            opened = true;
            return new RunspacePool(shell, greeting);
        } catch (MalformedPsrpException e) {
            throw new NotOpenedException("the answer is no PowerShell remoting: " + e.getMessage());
        } finally {
            if (!opened) {
                shell.close();
            }
        }
    }

    private static Greeting awaitOpened(Shell shell, BooleanSupplier goOn) throws WsmanException, NotOpenedException, MalformedPsrpException {
        Defragmenter messages = new Defragmenter();
        Optional<String> protocol = Optional.empty();
        Optional<String> powerShell = Optional.empty();
        Optional<String> clr = Optional.empty();
        while (goOn.getAsBoolean()) {
            Received received = shell.receive();
            for (StreamChunk chunk : received.chunks()) {
                for (PsrpMessage message : messages.feed(chunk.data())) {
                    Properties properties = Properties.read(message.data());
                    switch (message.type()) {
                        case PsrpMessage.SESSION_CAPABILITY -> protocol = properties.value("protocolversion");
                        case PsrpMessage.APPLICATION_PRIVATE_DATA -> {
                            powerShell = properties.value("PSVersion");
                            clr = properties.value("CLRVersion");
                        }
                        case PsrpMessage.RUNSPACEPOOL_STATE -> {
                            String state = properties.value("RunspaceState").orElse("");
                            if (state.equals(OPENED)) {
                                return new Greeting(protocol.orElse("?"), powerShell, clr);
                            }
                            if (state.equals(CLOSED) || state.equals(BROKEN)) {
                                throw new NotOpenedException("the server " + (state.equals(BROKEN) ? "broke the pool off" : "closed the pool"));
                            }
                        }
                        default -> { }
                    }
                }
            }
        }
        throw new NotOpenedException("the pool was not opened in time");
    }

    private static String enumeration(String name, int id, String type, String word, int value) {
        return "<Obj N=\"" + name + "\" RefId=\"" + id + "\"><TN RefId=\"" + (id - 1) + "\"><T>" + type
            + "</T><T>System.Enum</T><T>System.ValueType</T><T>System.Object</T></TN><ToString>" + word + "</ToString><I32>" + value + "</I32></Obj>";
    }

    public Greeting greeting() {
        return greeting;
    }

    /** Deletes the pool's shell on the node. Idempotent. */
    @Override
    public void close() {
        shell.close();
    }
}
