package org.poshremote.wsman.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.poshremote.wsman.auth.Authenticator;
import org.poshremote.wsman.auth.AuthenticatorFactory;
import org.poshremote.wsman.auth.LaneFacts;
import org.poshremote.wsman.auth.SealedBody;
import org.poshremote.wsman.auth.Sealing;
import org.poshremote.wsman.auth.SealingException;
import org.poshremote.wsman.auth.Step;

/** A sign-in of two steps with keys after the second, as NTLM has it; its cipher turns bits over. */
public final class ToySealing implements AuthenticatorFactory {
    private static final String TYPE = "multipart/encrypted";

    private static byte[] turned(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = (byte) ~bytes[i];
        }
        return turned;
    }

    /** The other end. */
    public static void node(ScriptedNode.Request request, ScriptedNode.Answer answer) throws IOException {
        if ("Toy hello".equals(request.headers().get("authorization"))) {
            answer.status(401, "WWW-Authenticate: Toy challenge\r\n");
        } else if (!TYPE.equals(request.headers().get("content-type"))) {
            answer.status(401, "WWW-Authenticate: Toy\r\n");
        } else {
            answer.status(200, "Content-Type: " + TYPE + "\r\n", turned("<ok/>".getBytes()));
        }
    }

    @Override
    public String displayName() {
        return "Toy";
    }

    @Override
    public Authenticator forLane() {
        return new Authenticator() {
            private boolean keys;

            @Override
            public String scheme() {
                return "Toy";
            }

            @Override
            public Step first(LaneFacts lane) {
                return new Step(Optional.of("Toy hello"), false);
            }

            @Override
            public Step next(LaneFacts lane, List<String> challenges) {
                keys = true;
                return new Step(Optional.of("Toy answer"), true);
            }

            @Override
            public void accepted(LaneFacts lane, List<String> challenges) {
                // nothing to check
            }

            @Override
            public Optional<Sealing> sealing() {
                return keys ? Optional.of(new Cipher()) : Optional.empty();
            }

            @Override
            public void close() {
                keys = false;
            }
        };
    }

    private static final class Cipher implements Sealing {
        @Override
        public SealedBody seal(byte[] soap, String soapContentType) {
            return new SealedBody(TYPE, turned(soap));
        }

        @Override
        public byte[] unseal(String contentType, byte[] body) throws SealingException {
            if (!contentType.equals(TYPE)) {
                throw new SealingException("it is readable");
            }
            return turned(body);
        }
    }
}
