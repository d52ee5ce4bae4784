"""Ralph as it is run for tests: one key, a file backend that appends, and the port on the first line it prints."""

import json
import os
import socket
import sys
from pathlib import Path

import bcrypt
import uvicorn

folder, key, secret = Path(sys.argv[1]), *sys.argv[2:4]
os.environ |= {
    "RALPH_AUTH_FILE": str(folder / "auth.json"),
    "RALPH_RUNSERVER_BACKEND": "fs",
    "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "data"),
}
account = {"name": key, "homePage": "https://clinic.example"}
user = {
    "agent": {"account": account, "objectType": "Agent"},
    "scopes": ["statements/read/mine", "statements/write"],
    "hash": bcrypt.hashpw(secret.encode(), bcrypt.gensalt(4)).decode(),
    "username": key,
}
(folder / "auth.json").write_text(json.dumps([user]))

from ralph.backends.data.base import BaseOperationType  # noqa: E402 - it reads the environment then
from ralph.backends.lrs.fs import FSLRSBackend  # noqa: E402

# By itself it stores one batch and then fails on every other.
FSLRSBackend.default_operation_type = BaseOperationType.APPEND

from ralph.api import app  # noqa: E402 - it makes the backend as it is then

line = socket.create_server(("127.0.0.1", 0))
print(line.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[line])
