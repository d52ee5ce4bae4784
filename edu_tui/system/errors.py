"""One small tree of errors; `cli` shows them, in one place, each with its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

Reason = Literal["full", "read-only", "busy", "damaged", "newer", "not-a-file", "other"]
"""Why records cannot be kept, or read."""
CodeFault = Literal["letter", "length", "mistyped", "elsewhere", "newer"]
"""What is wrong with a code to go on with."""


class EduError(Exception):
    """Something to tell the person in one clear line: what, and what to do."""

    exit_code = 1


class UsageError(EduError):
    """The command was asked for something that cannot be: exit code 2."""

    exit_code = 2


class SettingsError(UsageError):
    """Settings that cannot be used: each fault in a line, with its file and line or its variable."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\nedu-tui: ".join(lines))


class LibraryError(EduError):
    """A library that cannot be opened at all: no such folder, no readable `library.yaml`."""

    exit_code = 2


class OutputError(EduError):
    """What is printed cannot be written: a full disk, a terminal that is gone."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(f"cannot write: {reason.strerror}.")


class SaveError(EduError):
    """A file that was asked for and cannot be written."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(f"cannot write {path}: {reason.strerror or reason}.")


class PrintError(EduError):
    """A printer's program that did not take what it was given: what it said, in one line."""

    def __init__(self, message: str, how: str) -> None:
        super().__init__(message)
        self.how = how
        """How it failed, without a word that it said: that may be what was to be printed."""


class BrokenModuleError(EduError):
    """A module that was asked for and has findings; they are in `findings`, ready to show."""

    def __init__(self, message: str, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class WithheldError(BrokenModuleError):
    """A module that this screen may not show, because it is not signed off; in words for the person who wanted it."""


class RecordsError(EduError):
    """What a reader did cannot be kept, or read again. Reading goes on all the same."""

    def __init__(self, reason: Reason, fact: str, so: str = "") -> None:
        super().__init__(f"{fact} {so}".rstrip())
        self.reason = reason
        self.fact = fact
        """What happened and what to do, without what it means for someone who is reading."""


class CountersError(EduError):
    """What visitors did cannot be counted, or told. The visits go on all the same."""

    def __init__(self, reason: Reason, fact: str) -> None:
        super().__init__(fact)
        self.reason = reason


class CodeError(UsageError):
    """A code to go on with that cannot be used: what is wrong with it, kindly, and what to do."""

    def __init__(self, fault: CodeFault, message: str, group: int = 0) -> None:
        super().__init__(message)
        self.fault = fault
        self.group = group
        """Which group of letters to check, from 1; 0 where that cannot be told."""


class UnsignedError(EduError):
    """Nothing of a library may be shown here: nobody has signed it, or no sign-off holds any more."""


class ReviewError(EduError):
    """Sign-offs that cannot be read, or a module that cannot be signed."""


class TransferError(EduError):
    """Records that were exported and cannot be taken in: which line, and what is wrong with it."""
