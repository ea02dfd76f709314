package org.poshremote.demo.internal.service;

import java.time.Duration;
import java.util.OptionalLong;
import org.poshremote.demo.internal.shell.ShellTable;
import org.poshremote.demo.internal.soap.Envelope;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;
import org.poshremote.demo.internal.soap.SoapFault;
import org.poshremote.demo.internal.soap.SoapRequest;
import org.poshremote.demo.personality.ServerBehaviour;
import org.poshremote.demo.process.ProgramResolver;
import org.poshremote.wsman.soap.Names;

/** Does what a request's action asks of its resource. Knows no HTTP. */
public final class WsmanService {
    private final ServerBehaviour behaviour;
    private final Envelope envelope;
    private final ShellOperations shells;
    private final CommandOperations commands;
    private final PoolOperations pools;

    /** @param remoting who answers at the endpoints of PowerShell */
    public WsmanService(ServerBehaviour behaviour, ShellTable table, ProgramResolver programs, Duration gathering, PowerShellRemoting remoting) {
        this.behaviour = behaviour;
        this.envelope = new Envelope(behaviour.activityId());
        this.shells = new ShellOperations(behaviour, table);
        this.pools = new PoolOperations(behaviour, table, shells, remoting);
        this.commands = new CommandOperations(behaviour, table, programs, gathering);
    }

    /** @param waiting run once, where the answer has to wait for a program's output */
    public ServiceReply answer(SoapRequest request, Caller caller, Runnable waiting) {
        try {
            if (request.identify()) {
                return done(Identify.answer(behaviour, caller));
            }
            return done(dispatch(request, caller, waiting));
        } catch (FaultException e) {
            return fault(e.fault(), request.messageId(), caller);
        }
    }

    private static ServiceReply done(byte[] soap) {
        return new ServiceReply(soap, OptionalLong.empty());
    }

    public ServiceReply fault(SoapFault fault, String relatesTo, Caller caller) {
        return new ServiceReply(envelope.fault(fault, relatesTo, caller.machine()), OptionalLong.of(fault.code()));
    }

    private byte[] dispatch(SoapRequest request, Caller caller, Runnable waiting) throws FaultException {
        return switch (request.resourceUri()) {
            case Names.COMMAND_SHELL -> switch (request.action()) {
                case Names.TRANSFER + "/Create" -> shells.create(request, caller);
                case Names.TRANSFER + "/Delete" -> shells.delete(request);
                case Names.TRANSFER + "/Get" -> shells.get(request);
                case Names.SHELL + "/Command" -> commands.command(request);
                case Names.SHELL + "/Send" -> commands.send(request);
                case Names.SHELL + "/Receive" -> commands.receive(request, waiting);
                case Names.SHELL + "/Signal" -> commands.signal(request);
                default -> throw Faults.actionNotSupported(request.action());
            };
            case Names.SHELL -> switch (request.action()) {
                case Names.TRANSFER + "/Get" -> shells.get(request);
                case Names.TRANSFER + "/Delete" -> shells.delete(request);
                default -> throw Faults.actionNotSupported(request.action());
            };
            case Names.CONFIGURATION -> switch (request.action()) {
                case Names.TRANSFER + "/Get" -> Config.get(request, behaviour, envelope);
                default -> throw Faults.actionNotSupported(request.action());
            };
            default -> {
                if (!pools.serves(request.resourceUri())) {
                    throw Faults.invalidResourceUri(request.resourceUri());
                }
                yield switch (request.action()) {
                    case Names.TRANSFER + "/Create" -> pools.create(request, caller);
                    case Names.TRANSFER + "/Delete" -> shells.delete(request);
                    case Names.TRANSFER + "/Get" -> shells.get(request);
                    case Names.SHELL + "/Receive" -> pools.receive(request, waiting);
                    default -> throw Faults.actionNotSupported(request.action());
                };
            }
        };
    }
}
