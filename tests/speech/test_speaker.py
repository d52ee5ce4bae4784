"""One voice: the newest is heard, what was said before stops at once, nobody waits, trouble is told once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import wave
from typing import TYPE_CHECKING, Literal

import pytest

from edu_tui.ui.speech.program import BOTH, OWN_FIRST, Program, Tone, find, which
from edu_tui.ui.speech.speaker import Speaker
from tests.needs import found
from tests.speech.recorder import GOES_ON, PATIENCE, SILENCE, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENGLISH = Tone("en")
DYING = """
import os, sys
from edu_tui.ui.speech.program import Program, Tone
from edu_tui.ui.speech.speaker import Speaker
speaker = Speaker(Program("espeak-ng", sys.argv[1]))
speaker.say("something private", Tone("en"))
sys.stdin.readline()
os._exit(0)
"""


class Voice:
    """A speaker with a recorder for its program."""

    def __init__(self, folder: Path, body: str = "", name: str = "espeak-ng") -> None:
        self.recorder = Recorder(folder, name, body)
        self.lost = threading.Event()
        self.times_lost = 0
        kind: Literal["espeak-ng", "spd-say"] = "spd-say" if name == "spd-say" else "espeak-ng"
        self.speaker = Speaker(Program(kind, self.recorder.path), self._lost)

    def _lost(self) -> None:
        self.times_lost += 1
        self.lost.set()

    def close(self) -> None:
        """Silence."""
        self.speaker.close()
        self.recorder.close()


@pytest.fixture
def going_on(tmp_path: Path) -> Iterator[Voice]:
    """A voice that speaks each utterance for ever."""
    voice = Voice(tmp_path, GOES_ON)
    yield voice
    voice.close()


def test_words_go_through_the_input_alone(tmp_path: Path) -> None:
    """Nothing of a text is an argument, where others could see it; it is said whole."""
    voice = Voice(tmp_path)
    voice.speaker.say("--help\n-w /etc/passwd; `x` $HOME ñ\n", ENGLISH)
    heard = voice.recorder.hear()
    assert heard.text == "--help|-w /etc/passwd; `x` $HOME ñ"
    assert heard.options == "--stdin -b 1 -v en-us -s 145 -a 90"
    voice.close()
    assert not voice.lost.is_set()


def test_the_newest_wins_and_the_old_one_ends(going_on: Voice) -> None:
    """Each new utterance ends the one before it; in between none is made up for."""
    speaker, recorder = going_on.speaker, going_on.recorder
    speaker.say("one", ENGLISH)
    first = recorder.hear()
    assert first.text == "one"
    speaker.say("two", ENGLISH)
    second = recorder.hear()
    assert second.text == "two"
    assert first.gone
    speaker.stop()
    assert second.gone
    assert recorder.next(SILENCE) is None
    assert not going_on.lost.is_set()


def test_many_at_once_end_in_the_last(going_on: Voice) -> None:
    """Hundreds of focus changes in a moment: nobody waits, and the last is what is heard in the end."""
    began = time.monotonic()
    for number in range(300):
        going_on.speaker.say(f"row {number}", ENGLISH)
    assert time.monotonic() - began < 1.0
    heard = going_on.recorder.hear()
    while heard.text != "row 299":
        assert heard.gone
        heard = going_on.recorder.hear()
    assert going_on.recorder.next(SILENCE) is None


def test_a_long_text_to_a_program_that_does_not_read(tmp_path: Path) -> None:
    """More than a pipe holds: to say it, to stop it and to say something else take no time."""
    deaf = tmp_path / "deaf"
    deaf.write_text("#!/bin/sh\nexec sleep 1000\n")
    deaf.chmod(0o755)
    speaker = Speaker(Program("espeak-ng", str(deaf)))
    began = time.monotonic()
    speaker.say("x" * 1_000_000, ENGLISH)
    speaker.say("y" * 1_000_000, ENGLISH)
    speaker.stop()
    assert time.monotonic() - began < 1.0
    speaker.close()
    assert not speaker.busy


@pytest.mark.parametrize(
    "body",
    ["exit 1", "kill -SEGV $$", "echo 'error: No such file or directory' >&2; exit 0"],
    ids=["fails", "crashes", "no-loudspeaker"],
)
def test_a_program_that_fails_is_told_once(tmp_path: Path, body: str) -> None:
    """Its failure is told once; after that nothing is tried and nothing raised."""
    voice = Voice(tmp_path, body)
    voice.speaker.say("one", ENGLISH)
    assert voice.lost.wait(PATIENCE)
    assert voice.recorder.hear().text == "one"
    voice.speaker.say("two", ENGLISH)
    assert voice.recorder.next(SILENCE) is None
    voice.close()
    assert voice.times_lost == 1


def test_a_program_that_has_gone(tmp_path: Path) -> None:
    """One that is there no more, or was never a program, is told as one that fails."""
    nothing = tmp_path / "espeak-ng"
    for content in (None, "no program"):
        if content is not None:
            nothing.write_text(content)
        lost = threading.Event()
        speaker = Speaker(Program("espeak-ng", str(nothing)), lost.set)
        speaker.say("one", ENGLISH)
        assert lost.wait(PATIENCE)
        speaker.close()


def test_the_voice_ends_with_its_process_however_that_ends(tmp_path: Path) -> None:
    """A visit's process ends without a word to anyone; what it was saying is heard no more."""
    recorder = Recorder(tmp_path, body=GOES_ON)
    with subprocess.Popen(
        [sys.executable, "-c", DYING, recorder.path], stdin=subprocess.PIPE
    ) as visit:
        heard = recorder.hear()
        assert heard.text == "something private"
        assert visit.stdin is not None
        visit.stdin.close()
        visit.wait(PATIENCE)
    assert heard.gone
    recorder.close()


def test_speech_dispatcher_is_asked_for_silence(tmp_path: Path) -> None:
    """Its own program only hands words on: to stop them it has to be asked."""
    voice = Voice(tmp_path, GOES_ON, "spd-say")
    voice.speaker.say("hola", Tone("es", pace=-2, loudness=2))
    assert voice.recorder.hear().options == "-e -w -l es -r -60 -i 100"
    voice.speaker.stop()
    assert voice.recorder.hear().options == "-C"
    voice.close()


def test_which_program_speaks(tmp_path: Path) -> None:
    """At home the user's own voice first, in a kiosk ours; none where there is none, and no relative folder."""
    for name in BOTH:
        Recorder(tmp_path, name).close()
    folder = str(tmp_path / "bin")
    assert find(BOTH, folder) == Program("espeak-ng", f"{folder}/espeak-ng")
    assert find(OWN_FIRST, folder) == Program("spd-say", f"{folder}/spd-say")
    assert find(BOTH, str(tmp_path)) is None
    assert which("espeak-ng", f".:{os.path.relpath(folder)}") == ""
    (tmp_path / "bin" / "espeak-ng").chmod(0o644)
    assert find(BOTH, folder) == Program("spd-say", f"{folder}/spd-say")


@pytest.mark.parametrize("pace", range(-2, 3))
def test_every_step_is_another(pace: int) -> None:
    """Each step of pace and loudness changes what the program is asked for, in order."""
    for program in (Program("espeak-ng", "e"), Program("spd-say", "s")):
        made = [program.speak(Tone("en", step, step)) for step in range(-2, 3)]
        numbers = [[int(word) for word in one if word.lstrip("-").isdigit()] for one in made]
        assert numbers == sorted(numbers)
        assert len({tuple(one) for one in made}) == 5
        assert program.speak(Tone("en", pace, pace)) in made


@pytest.mark.needs("espeak-ng")
@pytest.mark.parametrize("language", ["en", "es", "pt", "fr", "zh", "vi", "de", "it"])
def test_espeak_speaks_each_language(tmp_path: Path, language: str) -> None:
    """The real program knows each voice and option, and louder is louder, slower is longer."""
    program = Program("espeak-ng", found("espeak-ng"))

    def spoken(pace: int, loudness: int) -> tuple[int, int]:
        """How long and how loud it comes out."""
        file = tmp_path / f"{pace}{loudness}.wav"
        command = [*program.speak(Tone(language, pace, loudness)), "-w", str(file)]
        done = subprocess.run(
            command, input=b"Ketamine, 0.5. Una prueba.\n", capture_output=True, check=True
        )
        assert done.stderr == b""
        with wave.open(str(file)) as sound:
            data = sound.readframes(sound.getnframes())
        loudest = max(
            abs(int.from_bytes(data[i : i + 2], "little", signed=True))
            for i in range(0, len(data), 2)
        )
        return len(data), loudest

    (fast, soft), (slow, loud) = spoken(2, -2), spoken(-2, 2)
    assert 0 < fast < slow
    assert 0 < soft < loud
