package org.poshremote.demo.internal.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poshremote.demo.internal.shell.HostedShell;
import org.poshremote.demo.internal.shell.ShellSettings;
import org.poshremote.demo.internal.shell.ShellTable;
import org.poshremote.demo.internal.soap.Element;
import org.poshremote.demo.internal.soap.Envelope;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;
import org.poshremote.demo.internal.soap.SoapRequest;
import org.poshremote.demo.internal.soap.WsDuration;
import org.poshremote.demo.personality.ServerBehaviour;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.XmlText;

/** Create, Get and Delete of shells (MS-WSMV 3.1.4.5.2, 3.1.4.3, 3.1.4.4). */
final class ShellOperations {
    private static final String GUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private static final Duration MAX_IDLE = Duration.ofMillis(Integer.MAX_VALUE);

    private final ServerBehaviour behaviour;
    private final ShellTable table;
    private final Envelope envelope;

    ShellOperations(ServerBehaviour behaviour, ShellTable table) {
        this.behaviour = behaviour;
        this.table = table;
        this.envelope = new Envelope(behaviour.activityId());
    }

    byte[] create(SoapRequest request, Caller caller) throws FaultException {
        Element wanted = request.body().child(Names.SHELL, "Shell").orElseThrow(() -> Faults.schemaValidation("no Shell"));
        ShellSettings settings = settings(request, wanted, caller);
        Optional<String> proposed = wanted.attribute("ShellId");
        if (proposed.isPresent() && !proposed.get().matches(GUID)) {
            throw Faults.schemaValidation("ShellId");
        }
        HostedShell shell = table.create(proposed.map(s -> s.toUpperCase(Locale.ROOT)).orElseGet(Envelope::newId), settings);
        return created(request, caller, shell);
    }

    /** The answer to a Create. */
    byte[] created(SoapRequest request, Caller caller, HostedShell shell) {
        String reference = "<x:ResourceCreated><a:Address>" + XmlText.escape(caller.address()) + "</a:Address><a:ReferenceParameters><w:ResourceURI>"
                + XmlText.escape(shell.settings().resource()) + "</w:ResourceURI><w:SelectorSet><w:Selector Name=\"ShellId\">" + shell.id()
                + "</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>";
        return envelope.of(Names.TRANSFER + "/CreateResponse", request.messageId(), reference + describe(shell));
    }

    byte[] get(SoapRequest request) throws FaultException {
        try (ShellTable.Use use = table.use(shellId(request))) {
            return envelope.of(Names.TRANSFER + "/GetResponse", request.messageId(), describe(use.shell()));
        }
    }

    byte[] delete(SoapRequest request) throws FaultException {
        table.delete(shellId(request));
        return envelope.of(Names.TRANSFER + "/DeleteResponse", request.messageId(), "");
    }

    static String shellId(SoapRequest request) throws FaultException {
        String id = request.selectors().get("ShellId");
        if (id == null) {
            throw Faults.noShellId();
        }
        return id.toUpperCase(Locale.ROOT);
    }

    private ShellSettings settings(SoapRequest request, Element wanted, Caller caller) throws FaultException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Element variable : wanted.child(Names.SHELL, "Environment").map(e -> e.children(Names.SHELL, "Variable")).orElse(List.of())) {
            environment.put(variable.attribute("Name").filter(n -> !n.isEmpty())
                    .orElseThrow(() -> Faults.schemaValidation("Variable without a name")), variable.text());
        }
        Optional<String> lifetime = wanted.childText(Names.SHELL, "Lifetime").filter(t -> !t.isEmpty());
        if (lifetime.isPresent() && WsDuration.parse(lifetime.get()).isEmpty()) {
            throw Faults.schemaValidation("Lifetime");
        }
        return new ShellSettings(Names.COMMAND_SHELL, caller.user(), caller.clientIp(), wanted.attribute("Name").orElse(""), environment,
                wanted.childText(Names.SHELL, "WorkingDirectory").orElse(""), codePage(request), idleTimeout(wanted),
                streams(wanted, "InputStreams", List.of("stdin")), streams(wanted, "OutputStreams", List.of("stdout", "stderr")));
    }

    private int codePage(SoapRequest request) throws FaultException {
        String asked = request.options().get("WINRS_CODEPAGE");
        if (asked == null) {
            return behaviour.defaultCodePage();
        }
        if (!asked.matches("\\d{1,6}")) {
            throw Faults.invalidOption("WINRS_CODEPAGE");
        }
        int page = Integer.parseInt(asked);
        if (!behaviour.codePages().contains(page)) {
            throw Faults.codePageNotSupported();
        }
        return page;
    }

    private Duration idleTimeout(Element wanted) throws FaultException {
        Optional<String> text = wanted.childText(Names.SHELL, "IdleTimeOut").filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return behaviour.idleTimeout();
        }
        Duration asked = WsDuration.parse(text.get()).orElseThrow(() -> Faults.schemaValidation("IdleTimeOut"));
        if (asked.compareTo(behaviour.minIdleTimeout()) < 0 || asked.compareTo(MAX_IDLE) > 0) {
            throw Faults.idleTimeoutOutOfBounds(behaviour.minIdleTimeout().toMillis(), MAX_IDLE.toMillis());
        }
        return asked;
    }

    private static List<String> streams(Element wanted, String name, List<String> known) throws FaultException {
        String text = wanted.childText(Names.SHELL, name).orElse("");
        List<String> asked = text.isEmpty() ? known : List.of(text.split("\\s+"));
        if (!known.containsAll(asked)) {
            throw Faults.incorrectParameter();
        }
        return asked;
    }

    private String describe(HostedShell shell) {
        ShellSettings s = shell.settings();
        StringBuilder xml = new StringBuilder("<rsp:Shell xmlns:rsp=\"" + Names.SHELL + "\"").append(s.name().isEmpty() ? "" : " Name=\""
                + XmlText.escape(s.name()) + "\"").append('>');
        element(xml, "ShellId", shell.id());
        element(xml, "ResourceUri", s.resource());
        element(xml, "Owner", s.owner());
        element(xml, "ClientIP", s.clientIp());
        if (!s.workingDirectory().isEmpty()) {
            element(xml, "WorkingDirectory", s.workingDirectory());
        }
        if (!s.environment().isEmpty()) {
            xml.append("<rsp:Environment>");
            s.environment().forEach((k, v) -> xml.append("<rsp:Variable Name=\"").append(XmlText.escape(k)).append("\">").append(XmlText.escape(v))
                    .append("</rsp:Variable>"));
            xml.append("</rsp:Environment>");
        }
        element(xml, "IdleTimeOut", WsDuration.seconds(s.idleTimeout()));
        element(xml, "InputStreams", String.join(" ", s.inputStreams()));
        element(xml, "OutputStreams", String.join(" ", s.outputStreams()));
        element(xml, "ShellRunTime", WsDuration.parts(Duration.ofNanos(shell.ageNanos(table.now()))));
        element(xml, "ShellInactivity", WsDuration.parts(Duration.ofNanos(shell.inactivityNanos(table.now()))));
        return xml.append("</rsp:Shell>").toString();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append("<rsp:").append(name).append('>').append(XmlText.escape(text)).append("</rsp:").append(name).append('>');
    }
}
