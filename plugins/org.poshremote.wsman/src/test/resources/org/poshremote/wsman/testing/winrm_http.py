"""What services in Python have in common that play a WinRM node: HTTP answers, the encrypted multipart body, serving."""
import http.server
import os
import ssl
import struct
import sys
import threading

BOUNDARY = b"--Encrypted Boundary"
SOAP = "application/soap+xml;charset=UTF-8"


class Node(http.server.BaseHTTPRequestHandler):
    """One connection."""
    protocol_version = "HTTP/1.1"

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

    def answer_sealed(self, protocol, header, data, length, authenticate=()):
        """The length is that of what was sealed, with its padding (MS-WSMV 2.2.9.1)."""
        self.answer(200, b"".join([
            BOUNDARY, b"\r\n\tContent-Type: ", protocol.encode(),
            b"\r\n\tOriginalContent: type=%s;Length=%d\r\n" % (SOAP.encode(), length),
            BOUNDARY, b"\r\n\tContent-Type: application/octet-stream\r\n",
            struct.pack("<I", len(header)), header, data, BOUNDARY, b"--\r\n"]),
            'multipart/encrypted;protocol="%s";boundary="Encrypted Boundary"' % protocol, authenticate)


def sealed_parts(body):
    """Length of what was sealed, header, data."""
    first, second = body.split(BOUNDARY + b"\r\n")[1:]
    length = int(first.rsplit(b"Length=", 1)[1])
    octets = second.split(b"octet-stream\r\n", 1)[1].rsplit(BOUNDARY + b"--", 1)[0]
    size = struct.unpack("<I", octets[:4])[0]
    return length, octets[4:4 + size], octets[4 + size:]


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


def serve(node, certificate_and_key):
    """Prints the port, then serves until standard input ends."""
    server = Server(("127.0.0.1", 0), node)
    if certificate_and_key:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*certificate_and_key)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    os._exit(0)
