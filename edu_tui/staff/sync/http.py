"""The one door to the network for all but PostgreSQL: something is posted, and a reply comes, or none.

A redirection is a reply like any other and never followed: what was posted would be lost on the way, and
a password could go where it does not belong.
"""

from __future__ import annotations

import time
from contextlib import closing
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from ssl import SSLCertVerificationError
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from edu_tui.staff.sync.target import UnreachableError, UnusableError
from edu_tui.system.shown import shown
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message
    from http.client import HTTPResponse
    from urllib.request import OpenerDirector

PATIENCE = 30
"""Seconds without a sign of life."""
MOST = 1024 * 1024
"""Bytes of a reply that are looked at."""
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that are this machine."""


class Reply(NamedTuple):
    """What came back."""

    status: int
    body: bytes
    after: float = 0
    """Seconds to wait before the next try, where it said so."""


def post(name: str, url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
    """Post it; raises UnreachableError where no reply came, UnusableError where none can be trusted."""
    request = Request(url, data=body, method="POST")
    for key, value in headers.items():
        request.add_unredirected_header(key, value)
    try:
        with closing(_opener(url).open(request, timeout=PATIENCE)) as response:
            return _reply(response)
    except HTTPError as error:
        with closing(error):
            return _refused(error)
    except URLError as error:
        if isinstance(error.reason, SSLCertVerificationError):
            message = shown(error.reason.verify_message)
            raise UnusableError(
                f"{name}: its certificate is not trusted here: {message}."
            ) from error
        raise UnreachableError(f"{name}: it cannot be reached: {_words(error.reason)}.") from error
    except (OSError, HTTPException) as error:
        raise UnreachableError(f"{name}: the line was cut: {_words(error)}.") from error


def _reply(response: HTTPResponse) -> Reply:
    return Reply(response.status, response.read(MOST))


def _refused(error: HTTPError) -> Reply:
    try:
        body = error.read(MOST)
    except (OSError, HTTPException):
        body = b""
    return Reply(error.code, body, _after(error.headers))


def _opener(url: str) -> OpenerDirector:
    """One that goes through the proxy of the environment, but not to this machine."""
    if (urlsplit(url).hostname or "") in HERE:
        return build_opener(_Still, ProxyHandler({}))
    return build_opener(_Still)


class _Still(HTTPRedirectHandler):
    """Stays where it is."""

    @override
    def redirect_request(self, *given: object) -> None:
        """Not followed."""


def _after(headers: Message) -> float:
    """`Retry-After`, in seconds or as a moment."""
    message = headers.get("Retry-After", "").strip()
    if message.isascii() and message.isdigit():
        return float(message[:9])
    try:
        return max(0.0, parsedate_to_datetime(message).timestamp() - time.time())
    except (TypeError, ValueError):
        return 0.0


def _words(error: object) -> str:
    message = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return shown(str(message))[:200]
