"""A WinRM-like HTTP service whose sign-in and sealing are those of gss-ntlmssp (through python3-gssapi).

Environment: NTLM_USER_FILE.  Arguments: [CERTIFICATE KEY [CERTIFICATE-OF-THE-BINDING]].
Prints its port, then serves until standard input ends.  To a message it answers with the same message, "echo:" in front,
sealed where the message was.  To "who" it tells the account.
"""
import base64
import hashlib
import os
import ssl
import sys

import gssapi
import gssapi.raw as raw
import winrm_http

NTLM = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
TLS = sys.argv[1:3]
PROTOCOL = "application/HTTP-SPNEGO-session-encrypted"
SIGNATURE = 16


def bindings():
    if not TLS:
        return None
    pem = open(sys.argv[-1]).read() if len(sys.argv) > 3 else open(TLS[0]).read()
    digest = os.environ.get("BINDING_HASH", "sha256")
    return raw.ChannelBindings(application_data=b"tls-server-end-point:" + hashlib.new(digest, ssl.PEM_cert_to_DER_cert(pem)).digest())


class Node(winrm_http.Node):
    def setup(self):
        super().setup()
        self.context = None
        self.complete = False

    def reply(self, message):
        return str(self.context.initiator_name).rstrip("\0").encode() if message == b"who" else b"echo:" + message

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        authorization = self.headers.get("Authorization")
        if authorization:
            try:
                if self.context is None:
                    credentials = gssapi.Credentials(usage="accept", mechs=[NTLM])
                    self.context = gssapi.SecurityContext(creds=credentials, usage="accept", channel_bindings=bindings())
                out = self.context.step(base64.b64decode(authorization.split(" ", 1)[1]))
                self.complete = self.context.complete
            except gssapi.exceptions.GSSError as failure:
                print(failure, file=sys.stderr)
                self.context = None
                return self.answer(401, authenticate=["Negotiate"])
            if not self.complete:
                return self.answer(401, authenticate=["Negotiate " + base64.b64encode(out).decode()])
        if not self.complete:
            return self.answer(401, authenticate=["Negotiate"])
        content_type = self.headers.get("Content-Type", "")
        if content_type.startswith("multipart/encrypted"):
            return self.sealed(body, content_type)
        if not TLS:
            return self.answer(500)
        self.answer(200, self.reply(body), winrm_http.SOAP)

    def sealed(self, body, content_type):
        if PROTOCOL not in content_type:
            return self.answer(400)
        length, signature, data = winrm_http.sealed_parts(body)
        if len(signature) != SIGNATURE or len(data) != length:
            return self.answer(400)
        try:
            message = self.context.unwrap(signature + data)
        except gssapi.exceptions.GSSError:
            return self.answer(400)
        if not message.encrypted:
            return self.answer(400)
        wrapped = self.context.wrap(self.reply(message.message), True).message
        self.answer_sealed(PROTOCOL, wrapped[:SIGNATURE], wrapped[SIGNATURE:], len(wrapped) - SIGNATURE)


winrm_http.serve(Node, TLS)
