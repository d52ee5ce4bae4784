"""Which program speaks here, and how it is asked to. The text itself goes through its input, never here."""

from __future__ import annotations

import os
from typing import Literal, NamedTuple

Kind = Literal["espeak-ng", "spd-say"]
BOTH: tuple[Kind, ...] = ("espeak-ng", "spd-say")
"""In a waiting room: a voice of our own, the same for each visitor."""
OWN_FIRST: tuple[Kind, ...] = ("spd-say", "espeak-ng")
"""At home: the voice and the pace that this user has chosen for all programs."""
_VOICES = {"en": "en-us", "es": "es-419", "pt": "pt-br", "fr": "fr-fr", "zh": "cmn"}
"""espeak-ng's voices; for other languages their code is the voice."""
_WORDS_A_MINUTE = (90, 115, 145, 180, 225)
_AMPLITUDE = (25, 50, 90, 140, 200)
_RATE = (-60, -30, 0, 30, 60)
_VOLUME = (-60, -30, 0, 50, 100)


class Tone(NamedTuple):
    """How it is spoken."""

    language: str
    pace: int = 0
    """From -2, slow, to 2, fast."""
    loudness: int = 0
    """From -2, soft, to 2, loud."""


class Program(NamedTuple):
    """A program that is there."""

    kind: Kind
    path: str

    def speak(self, tone: Tone) -> list[str]:
        """It speaks what it is given, and ends when all is spoken."""
        language, pace, loudness = tone.language.lower(), tone.pace + 2, tone.loudness + 2
        if self.kind == "espeak-ng":
            voice = _VOICES.get(language, language)
            pace, loudness = _WORDS_A_MINUTE[pace], _AMPLITUDE[loudness]
            return [
                self.path,
                "--stdin",
                "-b",
                "1",
                "-v",
                voice,
                "-s",
                f"{pace}",
                "-a",
                f"{loudness}",
            ]
        pace, loudness = _RATE[pace], _VOLUME[loudness]
        return [self.path, "-e", "-w", "-l", language, "-r", f"{pace}", "-i", f"{loudness}"]

    def hush(self) -> list[str]:
        """What else has to be run for silence, once the program itself is gone; nothing for most."""
        return [self.path, "-C"] if self.kind == "spd-say" else []


def find(order: tuple[Kind, ...] = BOTH, path: str | None = None) -> Program | None:
    """The first of them that is there."""
    for kind in order:
        text = which(kind, path)
        if text:
            return Program(kind, text)
    return None


def which(name: str, path: str | None = None) -> str:
    """The whole name of a program; empty where there is none."""
    for folder in (os.environ.get("PATH", "") if path is None else path).split(os.pathsep):
        whole = os.path.join(folder, name)  # noqa: PTH118
        # A folder that is not named in full is whatever folder one stands in.
        if folder.startswith("/") and os.path.isfile(whole) and os.access(whole, os.X_OK):  # noqa: PTH113
            return whole
    return ""
