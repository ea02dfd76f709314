"""An HTTP proxy that knows CONNECT alone, whose sign-in is that of gss-ntlmssp (through python3-gssapi).

Environment: NTLM_USER_FILE.  Argument: the name of the scheme, "Negotiate" or "NTLM".
Prints its port, then serves until standard input ends.
"""
import base64
import os
import socket
import socketserver
import sys
import threading

import gssapi

NTLM = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
SCHEME = sys.argv[1]


class Proxy(socketserver.StreamRequestHandler):
    def handle(self):
        context = None
        while True:
            head = []
            for line in self.rfile:
                if not line.strip():
                    break
                head.append(line.decode("latin-1").strip())
            if not head:
                return
            method, target = head[0].split(" ")[:2]
            headers = dict((name.lower(), value.strip()) for name, value in (line.split(":", 1) for line in head[1:]))
            authorization = headers.get("proxy-authorization", "")
            if method != "CONNECT":
                return self.answer("405 No", [])
            if not authorization.startswith(SCHEME + " "):
                self.answer("407 Who", [SCHEME])
                continue
            try:
                if context is None:
                    context = gssapi.SecurityContext(creds=gssapi.Credentials(usage="accept", mechs=[NTLM]), usage="accept")
                out = context.step(base64.b64decode(authorization.split(" ", 1)[1]))
            except gssapi.exceptions.GSSError:
                context = None
                self.answer("407 No", [SCHEME])
                continue
            if not context.complete:
                self.answer("407 Go on", [SCHEME + " " + base64.b64encode(out).decode()])
                continue
            host, port = target.rsplit(":", 1)
            self.tunnel(socket.create_connection((host, int(port))))
            return

    def answer(self, status, challenges):
        lines = ["HTTP/1.1 " + status, "Content-Length: 0"] + ["Proxy-Authenticate: " + value for value in challenges]
        self.wfile.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    def tunnel(self, node):
        self.wfile.write(b"HTTP/1.1 200 Here you are\r\n\r\n")
        threading.Thread(target=pump, args=(node, self.connection), daemon=True).start()
        pump(self.connection, node)


def pump(source, target):
    try:
        while True:
            data = source.recv(65536)
            if not data:
                break
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


server = Server(("127.0.0.1", 0), Proxy)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
os._exit(0)
