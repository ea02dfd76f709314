"""A WinRM-like HTTP service whose sign-in and sealing are MIT Kerberos's (python3-gssapi).

Arguments: KEYTAB [CERTIFICATE KEY [CERTIFICATE-OF-THE-BINDING]].  Prints its port, then serves until standard input ends.
To a message it answers with the same message, "echo:" in front, sealed where the message was.
To "who" it tells what the sign-in was: account, service, bound to TLS or not, whose ticket was delegated.
"""
import base64
import hashlib
import ssl
import sys

import gssapi
import gssapi.raw as raw
import winrm_http
from gssapi.raw import IOV, IOVBufferType

KEYTAB = sys.argv[1]
TLS = sys.argv[2:4]
CHANNEL_BOUND = 2048
PROTOCOLS = {"Negotiate": "application/HTTP-SPNEGO-session-encrypted",
             "Kerberos": "application/HTTP-Kerberos-session-encrypted"}


def bindings():
    if not TLS:
        return None
    der = ssl.PEM_cert_to_DER_cert(open(sys.argv[-1] if len(sys.argv) > 4 else TLS[0]).read())
    data = b"tls-server-end-point:" + hashlib.sha256(der).digest()
    return raw.ChannelBindings(application_data=data)


class Node(winrm_http.Node):
    def setup(self):
        super().setup()
        self.context = None
        self.scheme = None
        self.delegated = None

    def reply(self, message):
        if message != b"who":
            return b"echo:" + message
        bound = int(raw.inquire_context(self.context, flags=True).flags) & CHANNEL_BOUND != 0
        return ("account=%s service=%s bound=%s delegated=%s" % (
            self.context.initiator_name, self.context.target_name, bound, self.delegated)).encode()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        authorization = self.headers.get("Authorization")
        authenticate = []
        if authorization:
            self.scheme, _, token = authorization.partition(" ")
            if self.scheme not in PROTOCOLS:
                return self.answer(401, authenticate=PROTOCOLS)
            out = None
            try:
                credentials = gssapi.Credentials(usage="accept", store={"keytab": KEYTAB})
                self.context = gssapi.SecurityContext(creds=credentials, usage="accept", channel_bindings=bindings())
                out = self.context.step(base64.b64decode(token))
                complete = self.context.complete  # a failure that came with a token is raised only here
                if self.context.delegated_creds:
                    self.delegated = self.context.delegated_creds.name
            except gssapi.exceptions.GSSError as failure:
                self.context = None
                error = out or getattr(failure, "token", None)
                challenge = [self.scheme + " " + base64.b64encode(error).decode()] if error else list(PROTOCOLS)
                return self.answer(401, authenticate=challenge)
            if out:
                authenticate = [self.scheme + " " + base64.b64encode(out).decode()]
            if not complete:
                return self.answer(401, authenticate=authenticate)
        if self.context is None:
            return self.answer(401, authenticate=PROTOCOLS)
        if not body:
            return self.answer(200, authenticate=authenticate)
        content_type = self.headers.get("Content-Type", "")
        if content_type.startswith("multipart/encrypted"):
            return self.sealed(body, content_type, authenticate)
        if not TLS:
            return self.answer(500, authenticate=authenticate)
        self.answer(200, self.reply(body), winrm_http.SOAP, authenticate)

    def sealed(self, body, content_type, authenticate):
        protocol = PROTOCOLS[self.scheme]
        if protocol not in content_type:
            return self.answer(400)
        length, header, data = winrm_http.sealed_parts(body)
        if len(data) != length:
            return self.answer(400)
        message = IOV((IOVBufferType.header, False, header), (IOVBufferType.data, False, data), std_layout=False)
        try:
            if not raw.unwrap_iov(self.context, message).encrypted:
                return self.answer(400)
        except gssapi.exceptions.GSSError:
            return self.answer(400)
        plain = self.reply(message[1].value)
        reply = IOV((IOVBufferType.header, True), (IOVBufferType.data, False, plain),
                    (IOVBufferType.padding, True), std_layout=False)
        raw.wrap_iov(self.context, reply, confidential=True)
        head, sealed, padding = (part.value or b"" for part in reply)
        self.answer_sealed(protocol, head, sealed + padding, len(sealed) + len(padding), authenticate)


winrm_http.serve(Node, TLS)
