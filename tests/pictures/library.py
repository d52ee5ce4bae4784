"""A small library with a picture on everything that can have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.open_library import OpenLibrary
from tests.library.samples import swap, write, write_library

from .samples import CALL, NO_CAR

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.module import Module

MODULE = swap("minutes: 4\n", "minutes: 4\npicture: {file: call.svg, alt: Help is a call away.}\n")
MODULE = swap(
    "    key_message: Someone else takes you home.\n    warning: No trip is safe today.\n",
    "    key_message: Someone else takes you home.\n"
    "    picture: {file: no-car.svg, alt: Do not drive until tomorrow., caption: No driving}\n"
    "    warning:\n"
    "      text: No trip is safe today.\n"
    "      picture: {file: call.svg, alt: Call 911., caption: Call 911 in danger}\n",
    MODULE,
)
MODULE = swap(
    "          happens: A nurse greets you.\n",
    "          happens: A nurse greets you.\n"
    "          picture: {file: call.svg, alt: Say that you are here., caption: At the door}\n",
    MODULE,
)


def pictured(folder: Path, module: str = MODULE) -> Path:
    """It on the disk."""
    write_library(folder)
    write(folder, "pictures/call.svg", CALL)
    write(folder, "pictures/no-car.svg", NO_CAR)
    write(folder, "en/going-home.yaml", module)
    return folder


def opened(folder: Path) -> Module:
    """The module with the pictures, as a program that has just started opens it."""
    return OpenLibrary(folder, None).module("going-home", "en")
