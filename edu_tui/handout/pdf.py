"""The take-away as a tagged PDF, from the same HTML, by WeasyPrint. Nothing is fetched from anywhere."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, NoReturn

from edu_tui.errors import UsageError
from edu_tui.handout.html import STYLES, as_html

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway

MISSING = (
    "PDF needs WeasyPrint: pip install 'edu-tui[pdf]'. "
    "The HTML page prints as well: --format html -o FILE, then print it from a browser."
)


def can_make() -> bool:
    """Whether WeasyPrint is there to be tried."""
    return find_spec("weasyprint") is not None


def as_pdf(takeaway: Takeaway, *, large: bool = False) -> bytes:
    """The file; raises UsageError where WeasyPrint or the libraries under it are missing."""
    try:
        # WeasyPrint comes without types.
        from weasyprint import HTML  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        # OSError: it is installed, and Pango is not.
        raise UsageError(MISSING) from error
    style = (STYLES / "pdf.css").read_text(encoding="utf-8")
    page = HTML(string=as_html(takeaway, large=large, style=style), url_fetcher=_fetch)
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
    return made


def _fetch(url: str, *args: object, **more: object) -> NoReturn:
    """Nothing in the page is anywhere else; what asks for an address all the same gets nothing."""
    del args, more
    message = f"not fetched: {url}"
    raise ValueError(message)
