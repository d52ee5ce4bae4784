"""The take-away as a tagged PDF, from the same HTML, by WeasyPrint. Nothing is fetched from anywhere."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from edu_tui.handout.html import Printed, as_html, style_of
from edu_tui.handout.paper import laid_paper
from edu_tui.system.errors import EduError, UsageError
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway

TIGHTER = (1.0, 0.92, 0.84, 0.7)
"""How much of the room is used, try by try."""
INSTEAD = "The HTML page prints as well: --format html -o FILE, then print it from a browser."
MISSING = f"PDF needs WeasyPrint: pip install 'edu-tui[pdf]'. {INSTEAD}"


def can_make() -> bool:
    """Whether WeasyPrint is there to be tried."""
    return find_spec("weasyprint") is not None


class Pdf(NamedTuple):
    """A file, and what it cannot show."""

    data: bytes
    pages: int
    lacking: str = ""
    """The characters that are boxes in it, since no font here has them; each once."""


def as_pdf(takeaway: Takeaway, printed: Printed | None = None) -> Pdf:
    """The file; raises UsageError where WeasyPrint or what is under it is missing, EduError where it fails.

    How much room letters take depends on the fonts that are there. Where a short paper comes to more pages
    than it was said to have, it is made again with less on it.
    """
    printed = (printed or Printed())._replace(style=style_of("pdf.css"))
    expected = laid_paper(takeaway, large=printed.large).pages
    for tighter in TIGHTER:
        pdf = pdf_of(as_html(takeaway, printed._replace(tighter=tighter)))
        if takeaway.whole or pdf.pages <= expected:
            break
    return pdf


def pdf_of(html: str) -> Pdf:
    """A tagged PDF of a page of ours; raises as `as_pdf` does."""
    if find_spec("_ssl") is None:
        # WeasyPrint needs names that the standard library has only with it.
        raise UsageError(f"PDF needs a Python that was built with ssl. {INSTEAD}")
    try:
        # WeasyPrint comes without types.
        from weasyprint import HTML  # type: ignore[import-untyped]
    except (ImportError, OSError) as error:
        # OSError: it is installed, and Pango is not.
        raise UsageError(MISSING) from error
    boxes = _Boxes()
    log = logging.getLogger("weasyprint")
    log.addHandler(boxes)
    try:
        laid = HTML(string=html, url_fetcher=_fetch).render(pdf_variant="pdf/ua-1")
        data: bytes = laid.write_pdf(pdf_variant="pdf/ua-1")
    except (OSError, ValueError, TypeError) as error:
        # What it raises itself: of files and fonts, of values, of a layout that it cannot do.
        reason = " ".join(str(getattr(error, "strerror", None) or error).split())
        raise EduError(f"the PDF could not be made: {reason}. {INSTEAD}") from error
    finally:
        log.removeHandler(boxes)
    return Pdf(data, len(laid.pages), "".join(boxes.seen))


class _Boxes(logging.Handler):
    """Hears from WeasyPrint which characters it drew as boxes: it alone knows what fonts it has used."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: dict[str, None] = {}

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """A character and its number, of whichever font."""
        if str(record.msg).startswith(".notdef") and isinstance(record.args, tuple):
            self.seen[str(record.args[0])] = None


def _fetch(url: str, *args: object, **more: object) -> NoReturn:
    """Nothing in the page is anywhere else; what asks for an address all the same gets nothing."""
    del args, more
    message = f"not fetched: {url}"
    raise ValueError(message)
