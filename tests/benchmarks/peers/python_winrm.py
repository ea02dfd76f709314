"""Runs one command with python3-winrm and reports as JSON: HOST PORT USER COMMAND, the password in BENCH_PASSWORD."""
import json, os, re, sys, time
from winrm.protocol import Protocol

host, port, user, command = sys.argv[1:5]
began = time.monotonic()
protocol = Protocol(endpoint="http://%s:%s/wsman" % (host, port), transport="plaintext",
                    username=user, password=os.environ["BENCH_PASSWORD"])
shell = protocol.open_shell(codepage=65001)
identifier = protocol.run_command(shell, command)
first, size, done, code = None, 0, False, -1
while not done:
    out, err, code, done = protocol._raw_get_command_output(shell, identifier)
    size += len(out) + len(err)
    if first is None and size:
        first = time.monotonic()
protocol.cleanup_command(shell, identifier)
protocol.close_shell(shell)
ended = time.monotonic()
print(json.dumps({"firstMillis": ((first or ended) - began) * 1000, "totalMillis": (ended - began) * 1000,
                  "bytes": size, "exitCode": code,
                  "peakKilobytes": int(re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read()).group(1))}))
