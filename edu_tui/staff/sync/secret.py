"""Who is sending: a key and its secret, from the environment or netrc. Never from an address or a setting.

They are held in memory, and shown nowhere.
"""

from __future__ import annotations

import netrc
import stat
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.staff.sync.target import UnusableError
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY, SECRET = "EDU_TUI_LRS_KEY", "EDU_TUI_LRS_SECRET"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Login(NamedTuple):
    """A key and its secret."""

    key: str
    secret: str

    @property
    def basic(self) -> str:
        """Both, as a request carries them."""
        return b64encode(f"{self.key}:{self.secret}".encode()).decode()

    @override
    def __repr__(self) -> str:
        """Without the secret."""
        return f"Login({self.key!r}, ...)"


def login(host: str, environ: Mapping[str, str], *, alone: bool) -> Login:
    """For that host; `alone` where it is the only one that is sent to. Raises UnusableError."""
    key, secret = environ.get(KEY, ""), environ.get(SECRET, "")
    if key and secret:
        if not alone:
            raise UnusableError(
                f"{KEY} is for one learning record store, and there are several here: write a line "
                "for each into ~/.netrc instead."
            )
        return Login(key, secret)
    if key or secret:
        raise UnusableError(f"only one of {KEY} and {SECRET} is set; set both, or neither.")
    result = _in_netrc(host, environ)
    if result is None:
        raise UnusableError(
            f"no key for {host}: set {KEY} and {SECRET}, or write into ~/.netrc: "
            f"machine {host} login KEY password SECRET"
        )
    return result


def _in_netrc(host: str, environ: Mapping[str, str]) -> Login | None:
    named = environ.get("NETRC", "")
    try:
        path = Path(named) if named else Path("~/.netrc").expanduser()
        # Python looks at this itself, but only for the file in the home folder.
        if stat.S_IMODE(path.stat().st_mode) & OTHERS:
            raise UnusableError(f"{path}: others may read it, so it is not used: chmod 600 {path}")
        known = netrc.netrc(str(path)).hosts.get(host)
    except FileNotFoundError:
        return None
    except netrc.NetrcParseError as error:
        # What it says of the line may hold a word of it.
        raise UnusableError(f"{path}, line {error.lineno}: this cannot be read.") from None
    except (OSError, RuntimeError, UnicodeDecodeError) as error:
        raise UnusableError(f"~/.netrc cannot be read: {type(error).__name__}.") from None
    return Login(known[0], known[2] or "") if known else None
