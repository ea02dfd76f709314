package org.poshremote.demo.internal.service;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.poshremote.demo.internal.shell.HostedShell;
import org.poshremote.demo.internal.shell.ShellSettings;
import org.poshremote.demo.internal.shell.ShellTable;
import org.poshremote.demo.internal.soap.Element;
import org.poshremote.demo.internal.soap.Envelope;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;
import org.poshremote.demo.internal.soap.SoapRequest;
import org.poshremote.demo.personality.ServerBehaviour;
import org.poshremote.wsman.psrp.Defragmenter;
import org.poshremote.wsman.psrp.Fragment;
import org.poshremote.wsman.psrp.MalformedPsrpException;
import org.poshremote.wsman.psrp.PsrpMessage;
import org.poshremote.wsman.soap.Names;

/** Runspace pools: they open, say who answers, and close (MS-PSRP 3.2.5.3). Pipelines are not there. */
final class PoolOperations {
    private static final String UTF8_MARK = "\uFEFF";

    private final ServerBehaviour behaviour;
    private final ShellTable table;
    private final ShellOperations shells;
    private final PowerShellRemoting remoting;
    private final Envelope envelope;

    PoolOperations(ServerBehaviour behaviour, ShellTable table, ShellOperations shells, PowerShellRemoting remoting) {
        this.behaviour = behaviour;
        this.table = table;
        this.shells = shells;
        this.remoting = remoting;
        this.envelope = new Envelope(behaviour.activityId());
    }

    boolean serves(String resourceUri) {
        return remoting.serves(resourceUri);
    }

    byte[] create(SoapRequest request, Caller caller) throws FaultException {
        Element wanted = request.body().child(Names.SHELL, "Shell").orElseThrow(() -> Faults.schemaValidation("no Shell"));
        String creation = wanted.childText(Names.POWERSHELL_CREATION, "creationXml").orElseThrow(() -> Faults.schemaValidation("no creationXml"));
        List<PsrpMessage> messages = messages(creation);
        Optional<PsrpMessage> capability = messages.stream().filter(message -> message.type() == PsrpMessage.SESSION_CAPABILITY).findFirst();
        if (capability.isEmpty() || messages.stream().noneMatch(message -> message.type() == PsrpMessage.INIT_RUNSPACEPOOL)) {
            throw Faults.incorrectParameter();
        }
        UUID pool = capability.get().pool();
        // a server takes the client's id since PowerShell 3; before, it names its own (MS-PSRP, product behaviour)
        String id = wanted.attribute("ShellId").filter(value -> !remoting.protocol().equals("2.1")).orElseGet(Envelope::newId).toUpperCase(Locale.ROOT);
        HostedShell shell = table.create(id, new ShellSettings(request.resourceUri(), caller.user(), caller.clientIp(),
            wanted.attribute("Name").orElse(""), Map.of(), "", behaviour.defaultCodePage(), behaviour.idleTimeout(), List.of("stdin", "pr"), List.of("stdout")));
        say(shell, 1, PsrpMessage.SESSION_CAPABILITY, new UUID(0, 0), remoting.capability());
        say(shell, 2, PsrpMessage.APPLICATION_PRIVATE_DATA, pool, remoting.privateData());
        say(shell, 3, PsrpMessage.RUNSPACEPOOL_STATE, pool, PowerShellRemoting.opened());
        return shells.created(request, caller, shell);
    }

    private static List<PsrpMessage> messages(String base64) throws FaultException {
        try {
            return new Defragmenter().feed(Base64.getMimeDecoder().decode(base64));
        } catch (MalformedPsrpException | IllegalArgumentException e) {
            throw Faults.schemaValidation("creationXml holds no messages");
        }
    }

    /** With a byte order mark before the object, as Windows writes it. */
    private static void say(HostedShell shell, long object, int type, UUID pool, String data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Fragment.whole(object, PsrpMessage.toClient(type, pool, UTF8_MARK + data).toBytes()).write(out);
        shell.say(out.toByteArray());
    }

    byte[] receive(SoapRequest request, Runnable waiting) throws FaultException {
        Element desired = request.body().child(Names.SHELL, "Receive").flatMap(receive -> receive.child(Names.SHELL, "DesiredStream"))
            .orElseThrow(() -> Faults.schemaValidation("no DesiredStream"));
        if (desired.attribute("CommandId").isPresent()) {
            throw Faults.unknownCommand();
        }
        try (ShellTable.Use use = table.use(ShellOperations.shellId(request))) {
            waiting.run();
            byte[] words = use.shell().hear(CommandOperations.timeout(request, behaviour)).orElseThrow(Faults::timedOut);
            return envelope.of(Names.SHELL + "/ReceiveResponse", request.messageId(), "<rsp:ReceiveResponse><rsp:Stream Name=\"stdout\">"
                + Base64.getEncoder().encodeToString(words) + "</rsp:Stream></rsp:ReceiveResponse>");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.timedOut();
        }
    }
}
