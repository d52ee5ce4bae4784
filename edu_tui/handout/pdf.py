"""The take-away as a tagged PDF, from the same HTML, by WeasyPrint. Nothing is fetched from anywhere."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NoReturn, cast

from edu_tui.handout.html import STYLES, as_html
from edu_tui.system.errors import EduError, UsageError

if TYPE_CHECKING:
    from types import ModuleType

    from edu_tui.handout.content import Takeaway

INSTEAD = "The HTML page prints as well: --format html -o FILE, then print it from a browser."
MISSING = f"PDF needs WeasyPrint: pip install 'edu-tui[pdf]'. {INSTEAD}"
NEED_TLS = {"http.client": "HTTPSConnection", "urllib.request": "HTTPSHandler"}
"""Modules of the standard library, and what they have only where `ssl` could be imported."""


def can_make() -> bool:
    """Whether WeasyPrint is there to be tried."""
    return find_spec("weasyprint") is not None


def as_pdf(takeaway: Takeaway, *, large: bool = False) -> bytes:
    """The file; raises UsageError where WeasyPrint or what is under it is missing, EduError where it fails."""
    style = (STYLES / "pdf.css").read_text(encoding="utf-8")
    return pdf_of(as_html(takeaway, large=large, style=style))


def pdf_of(html: str) -> bytes:
    """A tagged PDF of a page of ours; raises as `as_pdf` does."""
    _allow_tls()
    try:
        # WeasyPrint comes without types.
        from weasyprint import HTML  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        # OSError: it is installed, and Pango is not.
        raise UsageError(MISSING) from error
    try:
        data: bytes = HTML(string=html, url_fetcher=_fetch).write_pdf(pdf_variant="pdf/ua-1")
    except (OSError, ValueError, TypeError) as error:
        # What it raises itself: of files and fonts, of values, of a layout that it cannot do.
        reason = " ".join(str(getattr(error, "strerror", None) or error).split())
        raise EduError(f"the PDF could not be made: {reason}. {INSTEAD}") from error
    return data


def _allow_tls() -> None:
    """Let WeasyPrint import: it needs names that the standard library has only with TLS.

    The full screen blocks `ssl` to start sooner, and what was loaded meanwhile has done without.
    """
    if find_spec("_ssl") is None:
        raise UsageError(f"PDF needs a Python that was built with ssl. {INSTEAD}")
    # None stands for what may not be imported.
    loaded = cast("dict[str, ModuleType | None]", sys.modules)
    if loaded.get("ssl", sys) is None:
        del loaded["ssl"]
    for name, needed in NEED_TLS.items():
        if name in loaded and not hasattr(loaded[name], needed):
            del loaded[name]
            # The package holds on to the old one until there is another.
            import_module(name)


def _fetch(url: str, *args: object, **more: object) -> NoReturn:
    """Nothing in the page is anywhere else; what asks for an address all the same gets nothing."""
    del args, more
    message = f"not fetched: {url}"
    raise ValueError(message)
