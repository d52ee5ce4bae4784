"""One small tree of errors; `cli` shows them, in one place, each with its exit code."""

from __future__ import annotations


class EduError(Exception):
    """Something to tell the person in one clear line: what, and what to do."""

    exit_code = 1


class UsageError(EduError):
    """The command was asked for something that cannot be: exit code 2."""

    exit_code = 2


class LibraryError(EduError):
    """A library that cannot be opened at all: no such folder, no readable `library.yaml`."""

    exit_code = 2


class OutputError(EduError):
    """What is printed cannot be written: a full disk, a terminal that is gone."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(f"cannot write: {reason.strerror}.")


class BrokenModuleError(EduError):
    """A module that was asked for and has findings; they are in `findings`, ready to show."""

    def __init__(self, message: str, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings
