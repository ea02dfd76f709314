# Drives the demo node with python3-winrm. Standard input: JSON with endpoint, secure, ca, user, password, nano.
# Standard output: one JSON object with what was seen; the test on the Java side judges it.
import json
import os
import sys
import uuid

given = json.load(sys.stdin)
os.environ["OPENSSL_CONF"] = given["openssl"]  # before hashlib: NTLM needs MD4, which OpenSSL 3 has only on demand

import winrm
from winrm.exceptions import InvalidCredentialsError, WinRMError
from winrm.protocol import Protocol

seen = {}


def protocol(endpoint=given["endpoint"], password=given["password"], **more):
    return Protocol(endpoint=endpoint, transport="plaintext", username=given["user"], password=password, **more)


def run(p, shell, command, arguments=(), **more):
    command_id = p.run_command(shell, command, arguments, **more)
    try:
        out, err, code = p.get_command_output(shell, command_id)
        return {"out": out.decode("utf-8"), "err": err.decode("utf-8"), "code": code}
    finally:
        p.cleanup_command(shell, command_id)


session = winrm.Session(given["endpoint"], auth=(given["user"], given["password"]))
result = session.run_cmd("echo", ["one", "two"])
seen["session"] = {"out": result.std_out.decode("utf-8"), "err": result.std_err.decode("utf-8"), "code": result.status_code}

p = protocol(operation_timeout_sec=1, read_timeout_sec=30)
shell = p.open_shell(codepage=65001, working_directory="C:\\Temp", env_vars={"GREETING": "Grüße 日本"})
seen["error"] = run(p, shell, "err", ["to stderr"])
seen["exit"] = run(p, shell, "exit", ["3010"])
seen["unsigned"] = run(p, shell, "exit", ["3221225477"])
seen["environment"] = run(p, shell, "env", ["GREETING"])
seen["unicode"] = run(p, shell, "echo", ["äöü ☃ 𝄞"])
seen["unknown"] = run(p, shell, "nonsense")
seen["quiet"] = run(p, shell, "quiet")  # for longer than the operation time-out
command_id = p.run_command(shell, "flood", ["2000000"])
out, err, code = p.get_command_output(shell, command_id)
seen["flood"] = {"bytes": len(out), "sum": sum(out) % 65536, "code": code}
p.cleanup_command(shell, command_id)
try:
    p.get_command_output(shell, str(uuid.uuid4()))
except WinRMError as e:
    seen["no_such_command"] = str(e)
p.close_shell(shell)
try:
    p.run_command(shell, "echo", ["late"])
except WinRMError as e:
    seen["no_such_shell"] = str(e)

try:
    protocol(password="wrong").open_shell()
except InvalidCredentialsError as e:
    seen["wrong_password"] = str(e)

try:
    protocol(endpoint=given["nano"], password=given["nano_password"]).open_shell(codepage=437)
except WinRMError as e:
    seen["nano_437"] = str(e)
nano = protocol(endpoint=given["nano"], password=given["nano_password"])
nano.close_shell(nano.open_shell(codepage=65001))
seen["nano_65001"] = True

secure = Protocol(endpoint=given["secure"], transport="ssl", username=given["user"], password=given["password"], ca_trust_path=given["ca"])
shell = secure.open_shell()
seen["https"] = run(secure, shell, "echo", ["safe"])
secure.close_shell(shell)

sealed = Protocol(endpoint=given["sealed"], transport="ntlm", username=given["user"], password=given["sealed_password"], message_encryption="always")
shell = sealed.open_shell(codepage=65001)
seen["ntlm"] = run(sealed, shell, "echo", ["äöü sealed"])
command_id = sealed.run_command(shell, "flood", ["300000"])
out, err, code = sealed.get_command_output(shell, command_id)
seen["ntlm_flood"] = {"bytes": len(out), "sum": sum(out) % 65536, "code": code}
sealed.cleanup_command(shell, command_id)
sealed.close_shell(shell)

bound = Protocol(endpoint=given["sealed_secure"], transport="ntlm", username="DEMO-2022\\" + given["user"], password=given["sealed_password"],
                 ca_trust_path=given["sealed_ca"])
shell = bound.open_shell()
seen["ntlm_https"] = run(bound, shell, "echo", ["bound"])
bound.close_shell(shell)

try:
    Protocol(endpoint=given["sealed"], transport="ntlm", username=given["user"], password="wrong", message_encryption="always").open_shell()
except InvalidCredentialsError as e:
    seen["ntlm_wrong_password"] = str(e)

json.dump(seen, sys.stdout)
