"""What went wrong with the central database: one line, without what was sent, and what it means for the sender."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from edu_tui.system.errors import EduError
from edu_tui.system.shown import shown

if TYPE_CHECKING:
    from psycopg import Error

Sort = Literal["passing", "lasting", "content"]
"""`passing`: it may work later; `lasting`: somebody has to mend something; `content`: a record is refused."""
LONGEST = 300


class CentralError(EduError):
    """The central database cannot be reached, or does not do what was asked."""

    def __init__(self, message: str, sort: Sort = "lasting") -> None:
        super().__init__(message)
        self.sort = sort


def failure(error: Error, name: str) -> CentralError:
    """The error to tell of, for the database of that name."""
    sort = _sort(error)
    return CentralError(f"{name}: {_words(error)[:LONGEST]}{_advice(error)}", sort)


def _words(error: Error) -> str:
    """What the server said, in one line, without the detail that quotes a row."""
    message = error.diag.message_primary or str(error) or type(error).__name__
    lines = map(shown, message.splitlines())
    return "; ".join(
        line for line in lines if line and not line.startswith("Is the server running")
    )


def _sort(error: Error) -> Sort:
    from psycopg import DataError, IntegrityError, NotSupportedError, ProgrammingError

    if isinstance(error, (DataError, IntegrityError)):
        return "content"
    if isinstance(error, (ProgrammingError, NotSupportedError)) or _is_about_password(error):
        return "lasting"
    return "passing"


def _is_about_password(error: Error) -> bool:
    """Whether the server wanted one and had none, or did not take the one it had."""
    line = error.pgconn if error.sqlstate is None else None
    return line is not None and bool(line.needs_password or line.used_password)


def _advice(error: Error) -> str:
    from psycopg.errors import InsufficientPrivilege

    if _is_about_password(error):
        return " (the password is looked for in PGPASSWORD, PGPASSFILE and ~/.pgpass)"
    if isinstance(error, InsufficientPrivilege):
        return " (docs/sync.md says which rights a role needs)"
    return ""
