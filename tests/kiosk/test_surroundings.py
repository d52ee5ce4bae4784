"""What is let in from outside, what a crash leaves behind, what a visit can say."""

from __future__ import annotations

import os
from pathlib import Path

from edu_tui.kiosk.surroundings import PATH, allowed
from edu_tui.kiosk.visits.crash import MOST_BYTES, CrashLog, places
from edu_tui.kiosk.visits.wire import LONGEST, Heard, Wire, WireMessage

OUTSIDE = {
    "TERM": "xterm-256color", "LANG": "es_ES.UTF-8", "LC_ALL": "C.UTF-8", "HOME": "/home/kiosk",
    "NO_COLOR": "1", "COLORTERM": "truecolor", "XDG_STATE_HOME": "/run/kiosk", "EDU_TUI_LIBRARY": "/srv/lib",
}  # fmt: skip
REFUSED = {
    "TEXTUAL": "debug,devtools", "TEXTUAL_DRIVER": "x:y", "TEXTUAL_PRESS": "q", "TEXTUAL_LOG": "/nowhere/log",
    "TEXTUAL_ALLOW_SIGNALS": "1", "TEXTUAL_SCREENSHOT": "1", "TEXTUAL_SCREENSHOT_LOCATION": "/tmp",
    "PYTHONINSPECT": "1", "PYTHONSTARTUP": "/nowhere/x", "PYTHONPATH": "/nowhere", "PYTHONBREAKPOINT": "x.y",
    "COLUMNS": "1", "LINES": "1", "ESCDELAY": "100000", "LD_PRELOAD": "/nowhere/x.so", "BROWSER": "x",
    "TERMINFO": "/tmp", "SHELL": "/bin/sh", "EDITOR": "vi", "LC_TERMINAL_": "a b", "XDG_SESSION_ID": "1",
    "EDU_TUI_WHATEVER": "1", "DISPLAY": ":0", "GCONV_PATH": "/tmp", "LANGUAGE": "../..",
}  # fmt: skip


def test_what_is_let_in() -> None:
    """The terminal's kind, the locale, folders and our own settings are; the path is always ours."""
    assert allowed(OUTSIDE | {"PATH": "/nowhere/evil"}) == OUTSIDE | {"PATH": PATH}


def test_everything_else_stays_outside() -> None:
    """Variables of Textual, Python, the loader and shells are not let in."""
    assert allowed(REFUSED) == {"PATH": PATH}


def test_values_that_make_no_sense_stay_outside() -> None:
    """A value that its variable cannot have is as good as none."""
    strange = {
        "TERM": "../../x",
        "LANG": "a/b",
        "LC_ALL": "x\ny",
        "HOME": "here",
        "COLORTERM": "\x1b[c",
    }
    assert allowed(strange) == {"PATH": PATH}


def secret(words: str) -> None:
    """Fails with words that nobody may see."""
    own = {"typed": words}
    raise KeyError(own["typed"] + words)


def test_a_crash_leaves_kinds_and_places_alone(tmp_path: Path) -> None:
    """Neither the message nor the values are kept, only the kind of error and the lines of code."""
    try:
        secret("my-name-is")
    except KeyError as error:
        message = places(error)
    assert message.startswith("builtins.KeyError < tests/kiosk/test_surroundings.py:")
    assert " secret < " in message
    assert "my-name" not in message
    log_file = tmp_path / "state" / "kiosk.log"
    log = CrashLog(log_file)
    log.write(message + "\nsecond line\x1b[2J")
    text = log_file.read_text()
    assert text.count("\n") == 1
    assert "\x1b" not in text
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "state", log_file)]
    assert modes == [0o700, 0o600], "for its own user alone"


def test_the_log_stays_small_and_stops_nothing(tmp_path: Path) -> None:
    """Past its size the older half goes; a log that cannot be written is done without."""
    path = tmp_path / "kiosk.log"
    log = CrashLog(path)
    path.write_text("old\n" * (MOST_BYTES // 4 + 1))
    log.write("new")
    assert path.stat().st_size < MOST_BYTES * 0.6
    assert path.read_text().endswith(" new\n")
    CrashLog(path / "below").write("nowhere")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    CrashLog(tmp_path / "link").write("not through a link")
    assert not (tmp_path / "elsewhere").exists()
    guide = (Path(__file__).parents[2] / "docs" / "kiosk.md").read_text(encoding="utf-8")
    assert f"at most {MOST_BYTES // 1024} KiB" in guide


def test_what_a_visit_says_comes_in_lines_of_known_kinds() -> None:
    """Lines are put together from pieces; what is none of ours is dropped, and nothing grows."""
    heard = Heard()
    assert heard.take(b"beat \nend le") == [WireMessage("beat", "")]
    assert heard.take(b"ft\nhello\n\xff\xfe\n") == [WireMessage("end", "left")]
    for _ in range(20):
        heard.take(b"x" * 10_000)
    assert len(heard._rest) <= LONGEST


def test_a_visit_says_no_more_than_a_line_holds() -> None:
    """However long what it says, it is one line that its supervisor takes whole, and neither side waits."""
    ear, mouth = os.pipe()
    os.set_blocking(mouth, False)
    wire, heard = Wire(mouth), Heard()
    for about in ("x" * 20 * LONGEST, "a\nend staff", "\udcff"):
        wire.say("note", about)
        data = os.read(ear, 40 * LONGEST)
        assert len(data) <= LONGEST
        (message,) = heard.take(data)
        assert message.kind == "note"
        assert message.about == about[: LONGEST - len("note \n")].replace("\n", " ").replace(
            "\udcff", "?"
        )
    os.close(ear)
    wire.say("end", "to nobody")
    os.close(mouth)
