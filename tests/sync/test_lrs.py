"""What a learning record store may answer, from a real server that is told to: each has its consequence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from email.utils import formatdate
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.sync.lrs import Lrs, name_of
from edu_tui.staff.sync.sender import SUSPECT
from edu_tui.staff.sync.target import UnusableError
from edu_tui.staff.sync.xapi import KINDS
from edu_tui.system.errors import UsageError

from .device import Device
from .web import Asked, Said, web

if TYPE_CHECKING:
    from edu_tui.staff.sync.sender import Sent

HOME = "https://clinic.example/staff"
SECRET = "kept-to-itself"
LOGIN = {"EDU_TUI_LRS_KEY": "device", "EDU_TUI_LRS_SECRET": SECRET}
CERTIFICATE = Path(__file__).with_name("localhost.pem")


def lrs(url: str) -> Lrs:
    """The target."""
    return Lrs(url, HOME, LOGIN, alone=True)


def wanted(device: Device) -> list[str]:
    """Ids of what such a store gets, in order."""
    return [record.id for record in device.records if record.kind in KINDS]


def test_a_request_is_as_xapi_asks(tmp_path: Path) -> None:
    """One POST a batch to `statements`, with version, key and type; in the order of the records."""
    device = Device(tmp_path, 80)
    with web() as there:
        assert device.send(lrs(there.url)) == (len(wanted(device)), 0, "")
    assert [len(answer.ids) for answer in there.asked] == [50, 22]
    assert [name for answer in there.asked for name in answer.ids] == wanted(device)
    first = there.asked[0]
    assert first.path == "/xapi/statements"
    headers = {name.lower(): value for name, value in first.headers.items()}
    assert headers["x-experience-api-version"] == "1.0.3"
    assert headers["content-type"] == "application/json"
    assert headers["authorization"] == "Basic ZGV2aWNlOmtlcHQtdG8taXRzZWxm"


def test_the_same_bytes_go_again(tmp_path: Path) -> None:
    """After a line that was cut exactly the bytes that were sent before are sent again."""
    device = Device(tmp_path, 40)
    cuts = [True, True, False]
    with web(lambda _: Said(cut=cuts.pop(0))) as there:
        assert device.send(lrs(there.url)).trouble == ""
    first, second, third = (answer.body for answer in there.asked)
    assert first == second == third
    assert len(device.waits) == 2


@pytest.mark.parametrize("status", [429, 502, 503, 504, 408])
def test_what_passes_is_tried_again(tmp_path: Path, status: int) -> None:
    """A store that is busy gets the same a little later; a wait that it asks for is kept."""
    device = Device(tmp_path, 20)
    said = [Said(status, b"", {"Retry-After": "17"}), Said()]
    with web(lambda _: said.pop(0)) as there:
        assert device.send(lrs(there.url)) == (len(wanted(device)), 0, "")
    assert device.waits == [17.0]


def test_a_wait_until_a_moment_is_kept(tmp_path: Path) -> None:
    """`Retry-After` may be a date."""
    device = Device(tmp_path, 20)
    said = [Said(503, b"", {"Retry-After": formatdate(time.time() + 100, usegmt=True)}), Said()]
    with web(lambda _: said.pop(0)) as there:
        device.send(lrs(there.url))
    assert 90 < device.waits[0] <= 100


def test_a_long_wait_is_left_for_the_next_run(tmp_path: Path) -> None:
    """Nobody sits an hour at a command; nothing is lost by ending."""
    device = Device(tmp_path, 20)
    with web(lambda _: Said(503, b"mending", {"Retry-After": "3600"})) as there:
        done = device.send(lrs(there.url))
    assert done.sent == 0
    assert done.trouble == f"{there.url}: it answered (503 mending)"
    assert device.waits == []
    assert {state for state, _ in device.states(there.url).values()} == {"waiting"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Said(401, b'{"detail": "no"}'), 'it does not know this key, or the secret is wrong (401 {"detail": "no"})'),
        (Said(403, b""), "this key may not write statements there (403)"),
        (Said(404, b"<html>\x1b[2J"), "there is no learning record store at this address (404 <html>\ufffd[2J)"),
        (Said(307, b"", {"Location": "http://localhost:1/other"}), "it sends on to another address (307); use that."),
        (Said(302, b"", {"Location": "/elsewhere"}), "it sends on to another address (302); use that."),
        (Said(410, b"gone"), "it answered (410 gone)"),
    ],
)  # fmt: skip
def test_what_somebody_has_to_mend_ends_the_run(tmp_path: Path, said: Said, told: str) -> None:
    """One request, one clear line, nothing marked, no further try; the secret is in none of it."""
    device = Device(tmp_path, 60)
    with web(lambda _: said) as there:
        done = device.send(lrs(there.url))
    assert done == (0, 0, f"{there.url}: {told}")
    assert len(there.asked) == 1
    assert device.waits == []
    assert {state for state, _ in device.states(there.url).values()} == {"waiting"}


@pytest.mark.parametrize("status", [400, 409, 413, 422])
def test_a_refused_statement_is_found_and_parked(tmp_path: Path, status: int) -> None:
    """One that is refused takes its whole batch with it: the rest of the batch arrive all the same."""
    device = Device(tmp_path, 120)
    bad = wanted(device)[33]
    had: list[str] = []

    def answer(asked: Asked) -> Said:
        if bad in asked.ids:
            return Said(status, b"actor: not so")
        had.extend(asked.ids)
        return Said()

    with web(answer) as there:
        assert device.send(lrs(there.url)) == (len(wanted(device)) - 1, 1, "")
    assert sorted(had) == sorted(set(wanted(device)) - {bad})
    assert device.states(there.url)[bad] == ("parked", f"{status} actor: not so")


def test_a_store_that_fails_on_one_statement(tmp_path: Path) -> None:
    """One on which it fails each time keeps none of the others back, and is parked in the end."""
    device = Device(tmp_path, 200)
    bad = wanted(device)[7]
    with web(lambda asked: Said(500, b"boom") if bad in asked.ids else Said()) as there:
        done = device.send(lrs(there.url))
    assert done == (len(wanted(device)) - 1, 1, "")
    assert device.states(there.url)[bad][0] == "parked"
    assert "500 boom" in device.states(there.url)[bad][1]


def test_a_store_that_fails_on_everything(tmp_path: Path) -> None:
    """Where it takes nothing at all it is not the records: none is parked."""
    device = Device(tmp_path, 200)
    with web(lambda _: Said(500, b"boom")) as there:
        done = device.send(lrs(there.url))
        again = device.send(lrs(there.url))
    for one in (done, again):
        assert (one.sent, one.parked) == (0, 0)
        assert "500 boom" in one.trouble
    assert {state for state, _ in device.states(there.url).values()} == {"waiting"}


def test_a_store_that_refuses_everything(tmp_path: Path) -> None:
    """After a hundred in a row it ends and says why, instead of parking a year's work."""
    device = Device(tmp_path, 400)
    with web(lambda _: Said(400, b"wrong version")) as there:
        done = device.send(lrs(there.url))
    assert (done.sent, done.parked) == (0, SUSPECT)
    assert "may not be the records: 400 wrong version" in done.trouble


@pytest.mark.parametrize("body", [b"<html>Sign in to the guest network</html>", b"{}", b"", b"[]"])
def test_an_answer_that_names_nothing_is_no_receipt(tmp_path: Path, body: bytes) -> None:
    """A page of another program with status 200 acknowledges nothing."""
    device = Device(tmp_path, 20)
    with web(lambda _: Said(200, body)) as there:
        done = device.send(lrs(there.url))
    assert done.sent == 0
    assert "it answered, but" in done.trouble
    assert {state for state, _ in device.states(there.url).values()} == {"waiting"}


def test_what_is_not_named_is_asked_about_again(tmp_path: Path) -> None:
    """A store that names only what was new to it is asked about the rest alone; 204 is a receipt for it."""
    device = Device(tmp_path, 40)
    known = set(wanted(device)[:10])

    def answer(asked: Asked) -> Said:
        new = [one for one in asked.ids if one not in known]
        known.update(new)
        return Said(200, json.dumps(new).encode()) if new else Said(204, b"")

    with web(answer) as there:
        assert device.send(lrs(there.url)) == (len(wanted(device)), 0, "")
    assert there.asked[1].ids == wanted(device)[:10]


# the address, and who is sending


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("https://LRS.example/xapi/", "https://lrs.example/xapi"),
        ("https://lrs.example:8443/data/xAPI/statements", "https://lrs.example:8443/data/xAPI"),
        ("http://localhost:8100/xAPI", "http://localhost:8100/xAPI"),
        ("http://[::1]:8100", "http://[::1]:8100"),
    ],
)
def test_addresses(given: str, name: str) -> None:
    """As they are shown and kept."""
    assert name_of(given) == name


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("http://lrs.example/xapi", "without HTTPS"),
        ("http://127.0.0.1.evil.example/xapi", "without HTTPS"),
        ("https://device:kept-to-itself@lrs.example/xapi", "does not belong in the address"),
        ("https://lrs.example/xapi?key=kept-to-itself", "no address of a learning record store"),
        ("https://", "no address of a learning record store"),
        ("https://lrs.example:port/", "no address"),
    ],
)
def test_addresses_that_are_refused(given: str, told: str) -> None:
    """Not safe, or none at all; a secret in one is not repeated."""
    with pytest.raises(UsageError, match=told) as caught:
        name_of(given)
    if "@" in given:
        assert "kept-to-itself" not in str(caught.value)


def test_a_certificate_that_is_not_trusted(tmp_path: Path) -> None:
    """Nothing is sent over a line whose other end cannot prove who it is; it is no use to try again."""
    device = Device(tmp_path, 20)
    with web(certificate=CERTIFICATE) as there:
        done: Sent = device.send(lrs(there.url))
    assert "its certificate is not trusted here: self" in done.trouble
    assert (there.asked, device.waits) == ([], [])


def test_a_certificate_that_is_trusted(tmp_path: Path) -> None:
    """With the clinic's own authority in SSL_CERT_FILE it is HTTPS all the way."""
    device = Device(tmp_path, 20)
    words = [sys.executable, "-m", "edu_tui", "sync", "--to"]
    env = {**LOGIN, "PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    more = {"EDU_TUI_DATA": str(tmp_path), "EDU_TUI_LRS_HOME": HOME, "SSL_CERT_FILE": str(CERTIFICATE)}  # fmt: skip
    with web(certificate=CERTIFICATE) as there:
        done = subprocess.run([*words, there.url], env=env | more, capture_output=True, text=True, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert [len(answer.ids) for answer in there.asked] == [len(wanted(device))]


def test_the_secret_of_netrc(tmp_path: Path) -> None:
    """A line of netrc is used for its own host alone; a file that others may read is not used."""
    device = Device(tmp_path, 20)
    file = tmp_path / "netrc"
    file.write_text(f"machine localhost login ward password {SECRET}\ndefault login x password y\n")
    file.chmod(0o600)
    environ = {"NETRC": str(file)}
    with web() as there:
        device.send(Lrs(there.url, HOME, environ, alone=False))
        assert there.asked[0].headers["Authorization"].startswith("Basic d2FyZDpr")
        with pytest.raises(UnusableError, match=r"no key for lrs\.example"):
            Lrs("https://lrs.example", HOME, environ, alone=False).prepare()
        file.chmod(0o640)
        with pytest.raises(UnusableError, match="others may read it"):
            Lrs(there.url, HOME, environ, alone=False).prepare()
        file.chmod(0o600)
        file.write_text(f"machine localhost login ward passwort {SECRET}\n")
        with pytest.raises(UnusableError, match=r"netrc, line \d") as caught:
            Lrs(there.url, HOME, environ, alone=False).prepare()
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("environ", "alone", "told"),
    [
        ({"HOME": "/nowhere"}, True, "no key for lrs.example"),
        ({"EDU_TUI_LRS_KEY": "device"}, True, "only one of"),
        (LOGIN, False, "is for one learning record store"),
    ],
)
def test_nobody_to_send_as(environ: dict[str, str], alone: bool, told: str) -> None:
    """Without a key that is meant for this store nothing is sent; one is never given to another."""
    if "HOME" in environ:
        environ = {"NETRC": "/nowhere/netrc"}
    with pytest.raises(UnusableError, match=told):
        Lrs("https://lrs.example/xapi", HOME, environ, alone=alone).prepare()


def test_without_an_address_of_the_clinic() -> None:
    """Ids without a home would be anybody's: it says what to set."""
    for home in ("", "clinic", "https://"):
        with pytest.raises(UnusableError, match="lrs_home"):
            Lrs("https://lrs.example/xapi", home, LOGIN, alone=True).prepare()


def test_a_secret_that_is_sent_back_is_not_told(tmp_path: Path) -> None:
    """A store that repeats what it got in its error does not bring the secret into a reason."""
    device = Device(tmp_path, 5)

    def answer(asked: Asked) -> Said:
        return Said(400, f"{asked.headers} {SECRET}".encode())

    with web(answer) as there:
        device.send(lrs(there.url))
    kept = json.dumps(device.states(there.url))
    assert "parked" in kept
    assert SECRET not in kept
    assert "a2VwdC10by1pdHNlbGY" not in kept
    assert "ZGV2aWNlOmtlcHQtdG8taXRzZWxm" not in kept
