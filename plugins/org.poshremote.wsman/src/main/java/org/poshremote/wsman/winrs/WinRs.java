package org.poshremote.wsman.winrs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.poshremote.wsman.Fault;
import org.poshremote.wsman.FaultException;
import org.poshremote.wsman.HttpStatusException;
import org.poshremote.wsman.TransportException;
import org.poshremote.wsman.WsmanException;
import org.poshremote.wsman.http.HttpReply;
import org.poshremote.wsman.http.Lane;
import org.poshremote.wsman.soap.Message;
import org.poshremote.wsman.soap.Names;
import org.poshremote.wsman.soap.ReplyReader;
import org.poshremote.wsman.soap.ReplyReader.NotSoapException;
import org.poshremote.wsman.soap.ReplyReader.Visitor;
import org.poshremote.wsman.soap.XmlText;

/**
 * A client of one node's command shells (MS-WSMV 3.1.4). All requests go over lane 1; lane 2 opens only when something must
 * be said while a request hangs on lane 1. All calls block; they may come from several threads.
 */
public final class WinRs implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final byte[] IDENTIFY = ("<s:Envelope xmlns:s=\"" + Names.SOAP + "\" xmlns:wsmid=\"" + Names.IDENTITY
        + "\"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>").getBytes(StandardCharsets.UTF_8);

    private final ConnectionSettings settings;
    private final Message.Session session;
    private final AtomicInteger requests = new AtomicInteger();
    private final Lane first;
    private final Lane second;

    public WinRs(ConnectionSettings settings) {
        this.settings = settings;
        session = new Message.Session(settings.endpoint().toString(), settings.maxEnvelopeSize(), settings.operationTimeout(),
            settings.locale(), UUID.randomUUID());
        first = new Lane(settings.lane(), 1, requests::incrementAndGet);
        second = new Lane(settings.lane(), 2, requests::incrementAndGet);
    }

    /** HTTP requests put on the wire so far, those of signing in included. */
    public int requests() {
        return requests.get();
    }

    /** Asks who answers, without signing in: vendor and stack, but no operating system. */
    public Identity identify() throws WsmanException {
        HttpReply reply = first.postAnonymous(IDENTIFY, "WSMANIDENTIFY", "unauthenticated", settings.readTimeout());
        return identity(reply);
    }

    /** The same signed in; the product version then names the operating system. */
    public Identity identifySignedIn() throws WsmanException {
        return identity(first.post(IDENTIFY, Lane.Kind.REPEATABLE, settings.readTimeout()));
    }

    /** Creates a command shell. Close it: the node keeps it otherwise until its idle time-out. */
    public Shell open(ShellOptions options) throws WsmanException {
        Message create = new Message(session, Names.CREATE).option("WINRS_NOPROFILE", options.noProfile() ? "TRUE" : "FALSE");
        options.codePage().ifPresent(page -> create.option("WINRS_CODEPAGE", Integer.toString(page)));
        create.body(shellElement(options));
        CreateReply reply = new CreateReply();
        call(create, Lane.Kind.ONCE, settings.readTimeout(), reply);
        return new Shell(this, Names.COMMAND_SHELL, reply.selectors(settings));
    }

    /**
     * Creates a shell of PowerShell (MS-PSRP 3.1.5.3.1). Close it: the node keeps it otherwise until its idle time-out.
     *
     * @param endpoint such as "Microsoft.PowerShell"
     * @param id       that the pool has in the messages of the creation
     * @param protocol of PowerShell remoting, such as "2.3"
     * @param creation the first messages to the pool, in fragments
     */
    public Shell openPowerShell(String endpoint, UUID id, String protocol, byte[] creation) throws WsmanException {
        String resource = Names.POWERSHELL + endpoint;
        Message create = new Message(session, Names.CREATE).resource(resource).mustComply("protocolversion", protocol)
            .body("<rsp:Shell ShellId=\"" + id.toString().toUpperCase(Locale.ROOT) + "\"><rsp:InputStreams>stdin pr</rsp:InputStreams>"
                + "<rsp:OutputStreams>stdout</rsp:OutputStreams><creationXml xmlns=\"" + Names.POWERSHELL_CREATION + "\">"
                + Base64.getEncoder().encodeToString(creation) + "</creationXml></rsp:Shell>");
        CreateReply reply = new CreateReply();
        call(create, Lane.Kind.ONCE, settings.readTimeout(), reply);
        return new Shell(this, resource, reply.selectors(settings));
    }

    /**
     * How the node's service is set up (MS-WSMV 2.2.4.10): each setting by its path, such as "Winrs/MaxShellsPerUser". Fault 5
     * where the account is no administrator.
     */
    public Map<String, String> configuration() throws WsmanException {
        Message get = new Message(session, Names.GET).resource(Names.CONFIGURATION);
        Map<String, String> values = new LinkedHashMap<>();
        call(get, Lane.Kind.REPEATABLE, settings.readTimeout(), (reader, namespace, name) -> {
            if (namespace.equals(Names.CONFIGURATION) && name.equals("Config")) {
                values.putAll(reader.leaves());
            }
        });
        return values;
    }

    private static String shellElement(ShellOptions options) {
        StringBuilder xml = new StringBuilder("<rsp:Shell>");
        if (!options.environment().isEmpty()) {
            xml.append("<rsp:Environment>");
            options.environment().forEach((name, value) -> xml.append("<rsp:Variable Name=\"").append(XmlText.escape(name)).append("\">")
                .append(XmlText.escape(value)).append("</rsp:Variable>"));
            xml.append("</rsp:Environment>");
        }
        options.workingDirectory().ifPresent(folder ->
            xml.append("<rsp:WorkingDirectory>").append(XmlText.escape(folder)).append("</rsp:WorkingDirectory>"));
        // an xs:duration; a bare number draws fault 2150858817
        xml.append("<rsp:IdleTimeOut>").append(Message.seconds(options.idleTimeout())).append("</rsp:IdleTimeOut>");
        return xml.append("<rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>").toString();
    }

    /** Ends both connections and every pending call. Shells that are still open should be closed before. */
    @Override
    public void close() {
        first.close();
        second.close();
    }

    ConnectionSettings settings() {
        return settings;
    }

    Message message(String action, Map<String, String> selectors) {
        return new Message(session, action).selectors(selectors);
    }

    /** For what does not wait long: over lane 1 where that is free, otherwise over lane 2. */
    void say(Message message, Lane.Kind kind, Visitor visitor) throws WsmanException {
        call(message, kind, settings.readTimeout(), visitor);
    }

    /** For the last words to a shell, bounded in time. */
    void sayLast(Message message) throws WsmanException {
        Duration bound = settings.readTimeout().compareTo(LAST_WORDS) < 0 ? settings.readTimeout() : LAST_WORDS;
        call(message.operationTimeout(bound), Lane.Kind.REPEATABLE, bound, (reader, namespace, name) -> { });
    }

    /** For Receive, which hangs on lane 1 until there is something to tell. */
    void listen(Message message, Visitor visitor) throws WsmanException {
        answer(first.post(message.toBytes(), Lane.Kind.RECEIVE, settings.readTimeout().plus(settings.operationTimeout())), message.id(), visitor,
            ReplyReader::readData);
    }

    private void call(Message message, Lane.Kind kind, Duration timeout, Visitor visitor) throws WsmanException {
        byte[] bytes = message.toBytes();
        HttpReply reply;
        if (first.tryReserve()) {
            try {
                reply = first.post(bytes, kind, timeout);
            } finally {
                first.release();
            }
        } else {
            reply = second.post(bytes, kind, timeout);
        }
        answer(reply, message.id(), visitor);
    }

    private interface Reading {
        Optional<Fault> read(byte[] answer, String requestId, Visitor visitor) throws NotSoapException;
    }

    private void answer(HttpReply reply, String requestId, Visitor visitor) throws WsmanException {
        answer(reply, requestId, visitor, ReplyReader::read);
    }

    private void answer(HttpReply reply, String requestId, Visitor visitor, Reading reading) throws WsmanException {
        boolean soap = reply.mediaType().equals("application/soap+xml") || reply.mediaType().equals("text/xml");
        if (!soap || reply.body().length == 0) {
            throw new HttpStatusException(settings.endpoint(), reply.status(), reply.headers("www-authenticate"), excerpt(reply.body()));
        }
        try {
            Optional<Fault> fault = reading.read(reply.body(), requestId, visitor);
            if (fault.isPresent()) {
                throw new FaultException(settings.endpoint(), fault.get());
            }
            if (reply.status() != 200) {
                throw new HttpStatusException(settings.endpoint(), reply.status(), reply.headers("www-authenticate"), "");
            }
        } catch (NotSoapException e) {
            throw notSoap(e);
        }
    }

    private Identity identity(HttpReply reply) throws WsmanException {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> profiles = new ArrayList<>();
        answer(reply, "", (reader, namespace, name) -> {
            if (namespace.equals(Names.IDENTITY)) {
                switch (name) {
                    case "ProtocolVersion", "ProductVendor", "ProductVersion" -> values.put(name, reader.text().strip());
                    case "SecurityProfileName" -> profiles.add(reader.text().strip());
                    case "IdentifyResponse" -> values.put(name, "");
                    default -> { }
                }
            }
        });
        if (!values.containsKey("IdentifyResponse")) {
            throw notSoap(new NotSoapException("does not identify the service", null));
        }
        return new Identity(values.getOrDefault("ProtocolVersion", ""), values.getOrDefault("ProductVendor", ""),
            values.getOrDefault("ProductVersion", ""), profiles);
    }

    TransportException notSoap(NotSoapException e) {
        return new TransportException(TransportException.Kind.NOT_SOAP, settings.endpoint(),
            "The answer of " + settings.endpoint() + " " + e.getMessage() + ".", e, true);
    }

    private static String excerpt(byte[] body) {
        return new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8);
    }

    /** Collects the selectors of a ResourceCreated, all of them as they came. */
    private static final class CreateReply implements Visitor {
        private final Map<String, String> selectors = new LinkedHashMap<>();
        private String shellId = "";

        @Override
        public void element(ReplyReader reader, String namespace, String name) throws NotSoapException {
            if (namespace.equals(Names.WSMAN) && name.equals("Selector")) {
                String key = reader.attribute("Name").orElse("");
                selectors.put(key, reader.text());
            } else if (namespace.equals(Names.SHELL) && name.equals("ShellId")) {
                shellId = reader.text().strip();
            }
        }

        Map<String, String> selectors(ConnectionSettings settings) throws TransportException {
            if (selectors.isEmpty() && !shellId.isEmpty()) {
                selectors.put("ShellId", shellId);
            }
            if (selectors.isEmpty()) {
                throw new TransportException(TransportException.Kind.NOT_SOAP, settings.endpoint(),
                    settings.endpoint() + " created a shell and did not say which.", null, true);
            }
            return selectors;
        }
    }
}
