"""A real web server on this machine that answers as it is told, and remembers what it was sent."""

from __future__ import annotations

import json
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Asked(NamedTuple):
    """A request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def ids(self) -> list[str]:
        """Ids of the statements in it."""
        return [load["id"] for load in json.loads(self.body)]


class Said(NamedTuple):
    """What is answered."""

    status: int = 200
    body: bytes | None = None
    """None: the ids of the statements, as a store answers."""
    headers: dict[str, str] = {}  # noqa: RUF012 - nobody changes it
    cut: bool = False
    """The line is cut instead of an answer."""


class Web:
    """The server."""

    def __init__(self, answer: Callable[[Asked], Said], scheme: str) -> None:
        self.asked: list[Asked] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                asked = Asked(self.path, dict(self.headers.items()), body)
                web.asked.append(asked)
                said = answer(asked)
                if said.cut:
                    self.close_connection = True
                    return
                data = json.dumps(asked.ids).encode() if said.body is None else said.body
                self.send_response(said.status)
                for key, value in said.headers.items():
                    self.send_header(key, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST  # noqa: N815 - the name that http.server looks for

            def log_message(self, *_: Any) -> None:
                """Not to the terminal."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"{scheme}://localhost:{self.server.server_port}/xapi"


@contextmanager
def web(
    answer: Callable[[Asked], Said] = lambda _: Said(), certificate: Path | None = None
) -> Iterator[Web]:
    """Run it; with a certificate over HTTPS."""
    made = Web(answer, "https" if certificate else "http")
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        made.server.socket = context.wrap_socket(made.server.socket, server_side=True)
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield made
    finally:
        made.server.shutdown()
        thread.join()
        made.server.server_close()
