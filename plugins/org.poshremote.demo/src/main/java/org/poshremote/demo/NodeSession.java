package org.poshremote.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.poshremote.demo.auth.ConnectionFacts;
import org.poshremote.demo.auth.MessageProtection;
import org.poshremote.demo.auth.ProtectionException;
import org.poshremote.demo.internal.auth.LoginState;
import org.poshremote.demo.internal.http.HttpReply;
import org.poshremote.demo.internal.http.HttpRequest;
import org.poshremote.demo.internal.service.Caller;
import org.poshremote.demo.internal.service.ServiceReply;
import org.poshremote.demo.internal.soap.Element;
import org.poshremote.demo.internal.soap.ElementReader;
import org.poshremote.demo.internal.soap.FaultException;
import org.poshremote.demo.internal.soap.Faults;
import org.poshremote.demo.internal.soap.MalformedXmlException;
import org.poshremote.demo.internal.soap.NodeNames;
import org.poshremote.demo.internal.soap.SoapRequest;

/** From request to reply on one connection: login, sealing, SOAP, injected faults, log. */
final class NodeSession implements AutoCloseable {
    private static final String ANONYMOUS_IDENTIFY = "/wsman-anon/identify";

    private final NodeCore core;
    private final ConnectionFacts facts;
    private final String clientIp;
    private final LoginState login;
    private final ElementReader xml = new ElementReader();

    NodeSession(NodeCore core, ConnectionFacts facts, String clientIp) {
        this.core = core;
        this.facts = facts;
        this.clientIp = clientIp;
        this.login = new LoginState(core.acceptors, facts);
    }

    /** What the connection is to do. */
    sealed interface Answer {
        record Send(byte[] bytes, boolean close) implements Answer {
        }

        /** Send these bytes, perhaps none, then reset the connection. */
        record Reset(byte[] bytes) implements Answer {
        }
    }

    private record Result(HttpReply reply, OptionalLong faultCode) {
        static Result of(HttpReply reply) {
            return new Result(reply, OptionalLong.empty());
        }
    }

    /**
     * @param work   is given what to run where it has to wait
     * @param finish seals and frames a reply of the service
     */
    private record Prepared(String operation, Function<Runnable, Result> work, UnaryOperator<HttpReply> finish) {
        static Prepared reply(String operation, HttpReply reply) {
            return new Prepared(operation, waiting -> Result.of(reply), UnaryOperator.identity());
        }
    }

    Answer answer(HttpRequest request) {
        Prepared prepared = prepare(request);
        Optional<InjectedFault> fault = core.faultFor(prepared.operation());
        String scheme = request.header("authorization").map(LoginState::scheme).orElse("");
        RequestLog.Entry entry = core.log.begin(facts.number(), facts.https(), prepared.operation(), scheme, request.bytes(),
                fault.map(InjectedFault::name));
        return fault.isEmpty() ? send(entry, work(prepared, entry), request) : spoilt(entry, prepared, fault.get(), request);
    }

    private Result work(Prepared prepared, RequestLog.Entry entry) {
        return prepared.work().apply(() -> core.log.hangs(entry));
    }

    private Answer send(RequestLog.Entry entry, Result result, HttpRequest request) {
        HttpReply reply = request.keepAlive() ? result.reply() : result.reply().closing();
        byte[] bytes = reply.encode(core.clock);
        core.log.complete(entry, OptionalInt.of(reply.status()), result.faultCode(), bytes.length);
        return new Answer.Send(bytes, reply.close());
    }

    private Answer spoilt(RequestLog.Entry entry, Prepared prepared, InjectedFault fault, HttpRequest request) {
        switch (fault) {
            case InjectedFault.Delay d -> {
                NodeCore.pause(d.duration());
                return send(entry, work(prepared, entry), request);
            }
            case InjectedFault.Status s -> {
                return send(entry, Result.of(s.status() == 503 ? HttpReply.html(503) : HttpReply.empty(s.status())), request);
            }
            case InjectedFault.Garbage g -> {
                byte[] garbage = "\u0000\u0001SSH-2.0-this is no HTTP\r\n\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1);
                core.log.complete(entry, OptionalInt.empty(), OptionalLong.empty(), garbage.length);
                return new Answer.Send(garbage, true);
            }
            case InjectedFault.Soap s -> {
                ServiceReply reply = core.service.fault(Faults.numbered(s.code()), "", caller(request, ""));
                return send(entry, result(reply, prepared.finish()), request);
            }
            case InjectedFault.Http h -> {
                HttpReply reply = h.body().length == 0 ? HttpReply.empty(h.status()) : HttpReply.of(h.status(), h.contentType(), h.body());
                for (Map.Entry<String, String> header : h.headers().entrySet()) {
                    reply = reply.with(header.getKey(), header.getValue());
                }
                return send(entry, Result.of(reply), request);
            }
            case InjectedFault.Close c -> {
                byte[] bytes = c.processed() ? work(prepared, entry).reply().encode(core.clock) : new byte[0];
                byte[] sent = c.half() ? Arrays.copyOf(bytes, bytes.length / 2) : new byte[0];
                core.log.complete(entry, OptionalInt.empty(), OptionalLong.empty(), sent.length);
                return new Answer.Reset(sent);
            }
        }
    }

    private Prepared prepare(HttpRequest request) {
        boolean anonymousPath = request.path().equalsIgnoreCase(ANONYMOUS_IDENTIFY);
        if (!anonymousPath && !request.path().equalsIgnoreCase("/wsman") && !request.path().equalsIgnoreCase("/wsman/")) {
            return Prepared.reply("Invalid", HttpReply.html(404));
        }
        if (!request.method().equals("POST")) {
            return Prepared.reply("Invalid", HttpReply.html(405).with("Allow", "POST"));
        }
        // The winrm client asks the anonymous path; others name the header alone.
        if (anonymousPath || request.header("wsmanidentify").filter("unauthenticated"::equalsIgnoreCase).isPresent()) {
            return identifyOnly(request);
        }
        return switch (login.login(request.header("authorization"))) {
            case LoginState.Outcome.Challenge c -> Prepared.reply("Authenticate", challenge(c.challenges()));
            case LoginState.Outcome.In in -> loggedIn(request, in);
        };
    }

    private HttpReply challenge(List<String> challenges) {
        HttpReply reply = HttpReply.empty(401);
        // a leg of a login that is under way goes on whatever is offered
        boolean offer = challenges.equals(login.offers());
        for (String challenge : offer ? core.offers.orElse(challenges) : challenges) {
            reply = reply.with("WWW-Authenticate", challenge);
        }
        return reply;
    }

    private Prepared identifyOnly(HttpRequest request) {
        Prepared prepared = soap(request, request.body(), request.header("content-type").orElse(""), caller(request, ""), r -> r);
        return prepared.operation().equals("Identify") || prepared.operation().equals("Invalid") ? prepared
                : Prepared.reply("Authenticate", challenge(login.offers()));
    }

    private Prepared loggedIn(HttpRequest request, LoginState.Outcome.In in) {
        Caller caller = caller(request, in.user());
        Optional<String> challenge = in.challenge();
        if (request.body().length == 0) { // the last leg of a login that brings no request along
            return Prepared.reply("Authenticate", withChallenge(HttpReply.empty(200), challenge));
        }
        String contentType = request.header("content-type").orElse("");
        boolean sealed = contentType.startsWith("multipart/encrypted") || contentType.startsWith("multipart/x-multi-encrypted");
        if (!sealed) {
            if (!facts.https() && !core.allowUnencrypted) {
                return Prepared.reply("Invalid", withChallenge(HttpReply.empty(500), challenge));
            }
            return soap(request, request.body(), contentType, caller, r -> withChallenge(r, challenge));
        }
        Optional<MessageProtection> protection = login.protection();
        if (protection.isEmpty()) {
            return Prepared.reply("Invalid", withChallenge(HttpReply.empty(400), challenge));
        }
        try {
            byte[] plain = protection.get().open(contentType, request.body());
            return soap(request, plain, NodeNames.CONTENT_TYPE, caller, r -> withChallenge(sealed(r, protection.get()), challenge));
        } catch (ProtectionException e) {
            return Prepared.reply("Invalid", withChallenge(HttpReply.empty(400), challenge).closing());
        }
    }

    private static HttpReply sealed(HttpReply plain, MessageProtection protection) {
        MessageProtection.ProtectedBody body = protection.seal(plain.body(), NodeNames.CONTENT_TYPE);
        return HttpReply.of(plain.status(), body.contentType(), body.bytes());
    }

    private static HttpReply withChallenge(HttpReply reply, Optional<String> challenge) {
        return challenge.map(c -> reply.with("WWW-Authenticate", c)).orElse(reply);
    }

    private Prepared soap(HttpRequest http, byte[] body, String contentType, Caller caller, UnaryOperator<HttpReply> finish) {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("application/soap+xml")) {
            return Prepared.reply("Invalid", finish.apply(HttpReply.empty(415)));
        }
        String relatesTo = "";
        FaultException refused;
        try {
            Element envelope = xml.read(body, contentType);
            relatesTo = SoapRequest.messageIdOf(envelope);
            if (body.length > core.maxEnvelope) {
                throw Faults.envelopeTooLarge(core.maxEnvelope);
            }
            SoapRequest request = SoapRequest.of(envelope);
            return new Prepared(request.operation(), waiting -> result(core.service.answer(request, caller, waiting), finish), finish);
        } catch (MalformedXmlException e) {
            refused = Faults.schemaValidation(e.getMessage());
        } catch (FaultException e) {
            refused = e;
        }
        ServiceReply reply = core.service.fault(refused.fault(), relatesTo, caller);
        return new Prepared("Invalid", waiting -> result(reply, finish), finish);
    }

    private static Result result(ServiceReply reply, UnaryOperator<HttpReply> finish) {
        return new Result(finish.apply(HttpReply.of(reply.status(), NodeNames.CONTENT_TYPE, reply.soap())), reply.faultCode());
    }

    private Caller caller(HttpRequest request, String user) {
        // it comes back in replies: nothing but what a host and port consist of
        String host = request.header("host").orElse("127.0.0.1").replaceAll("[^A-Za-z0-9.:_\\[\\]-]", "");
        int colon = host.lastIndexOf(':');
        String machine = colon > 0 && !host.endsWith("]") ? host.substring(0, colon) : host;
        return new Caller(user, clientIp, (facts.https() ? "https://" : "http://") + host + "/wsman", machine);
    }

    @Override
    public void close() {
        login.close();
    }
}
