package org.poshremote.demo;

import java.time.Duration;

/** What goes wrong with one request, on purpose. */
public sealed interface InjectedFault {
    /** The connection is reset before the node has done anything. */
    InjectedFault CLOSE_UNPROCESSED = new Close("close-unprocessed", false, false);

    /** The node does what was asked, then the connection is reset instead of a reply. */
    InjectedFault CLOSE_BEFORE_REPLY = new Close("close-before-reply", true, false);

    /** The node does what was asked, then the connection is reset in the middle of the reply. */
    InjectedFault CLOSE_MID_REPLY = new Close("close-mid-reply", true, true);

    /** The node does nothing and answers 500 without a body, as Windows does to an unencrypted body where it wants an encrypted one. */
    InjectedFault SERVER_ERROR = new Status("server-error", 500);

    /** The node does nothing and answers 400 without a body, as Windows does to a sealed body it cannot open. */
    InjectedFault BAD_REQUEST = new Status("bad-request", 400);

    /** The node does nothing and answers 503 with a page of HTML. */
    InjectedFault SERVICE_UNAVAILABLE = new Status("service-unavailable", 503);

    /** The node does nothing and answers with bytes that are no HTTP. */
    InjectedFault GARBAGE = new Garbage();

    /** As in the data of personalities and in the request log. */
    String name();

    /** The node waits before it does what was asked. */
    static InjectedFault delay(Duration duration) {
        return new Delay(duration);
    }

    /** @param processed whether the node does what was asked first; {@code half} whether half of the reply is sent */
    record Close(String name, boolean processed, boolean half) implements InjectedFault {
    }

    record Status(String name, int status) implements InjectedFault {
    }

    record Garbage() implements InjectedFault {
        @Override
        public String name() {
            return "garbage";
        }
    }

    record Delay(Duration duration) implements InjectedFault {
        @Override
        public String name() {
            return "delay";
        }
    }

    /** The node does nothing and answers with a WSManFault of this number. */
    record Soap(long code) implements InjectedFault {
        @Override
        public String name() {
            return "fault-" + code;
        }
    }

    /** The node does nothing and answers as something else would. */
    record Http(int status, String contentType, byte[] body, java.util.Map<String, String> headers) implements InjectedFault {
        public Http {
            headers = java.util.Map.copyOf(headers);
        }

        @Override
        public String name() {
            return "http-" + status;
        }
    }
}
