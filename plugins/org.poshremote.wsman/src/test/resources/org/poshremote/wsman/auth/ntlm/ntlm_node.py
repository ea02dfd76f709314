"""A WinRM-like HTTP service whose sign-in and sealing are those of gss-ntlmssp (through python3-gssapi).

Environment: NTLM_USER_FILE.  Arguments: [CERTIFICATE KEY [CERTIFICATE-OF-THE-BINDING]].
Prints its port, then serves until standard input ends.  To a message it answers with the same message, "echo:" in front,
sealed where the message was.  To "who" it tells the account.
"""
import base64
import hashlib
import http.server
import os
import ssl
import struct
import sys
import threading

import gssapi
import gssapi.raw as raw

NTLM = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
TLS = sys.argv[1:3]
BOUNDARY = b"--Encrypted Boundary"
PROTOCOL = "application/HTTP-SPNEGO-session-encrypted"
SIGNATURE = 16


def bindings():
    if not TLS:
        return None
    pem = open(sys.argv[-1]).read() if len(sys.argv) > 3 else open(TLS[0]).read()
    digest = os.environ.get("BINDING_HASH", "sha256")
    return raw.ChannelBindings(application_data=b"tls-server-end-point:" + hashlib.new(digest, ssl.PEM_cert_to_DER_cert(pem)).digest())


class Node(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.context = None
        self.complete = False

    def log_message(self, *arguments):
        pass

    def answer(self, status, body=b"", content_type=None, authenticate=()):
        self.send_response(status)
        for value in authenticate:
            self.send_header("WWW-Authenticate", value)
        if content_type:
            self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

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
        self.answer(200, self.reply(body), "application/soap+xml;charset=UTF-8")

    def sealed(self, body, content_type):
        if PROTOCOL not in content_type:
            return self.answer(400)
        first, second = body.split(BOUNDARY + b"\r\n")[1:]
        length = int(first.rsplit(b"Length=", 1)[1])
        octets = second.split(b"octet-stream\r\n", 1)[1].rsplit(BOUNDARY + b"--", 1)[0]
        size = struct.unpack("<I", octets[:4])[0]
        if size != SIGNATURE or len(octets) != 4 + SIGNATURE + length:
            return self.answer(400)
        try:
            message = self.context.unwrap(octets[4:])
        except gssapi.exceptions.GSSError:
            return self.answer(400)
        if not message.encrypted:
            return self.answer(400)
        wrapped = self.context.wrap(self.reply(message.message), True).message
        self.answer(200, b"".join([
            BOUNDARY, b"\r\n\tContent-Type: ", PROTOCOL.encode(),
            b"\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n" % (len(wrapped) - SIGNATURE),
            BOUNDARY, b"\r\n\tContent-Type: application/octet-stream\r\n",
            struct.pack("<I", SIGNATURE), wrapped, BOUNDARY, b"--\r\n"]),
            'multipart/encrypted;protocol="%s";boundary="Encrypted Boundary"' % PROTOCOL)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Node)
if TLS:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*TLS)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
os._exit(0)
