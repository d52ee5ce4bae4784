"""The take-away as a tagged PDF, from the same HTML, by WeasyPrint. Nothing is fetched from anywhere."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from edu_tui.handout.html import STYLES, as_html
from edu_tui.system.errors import EduError, UsageError
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway

INSTEAD = "The HTML page prints as well: --format html -o FILE, then print it from a browser."
MISSING = f"PDF needs WeasyPrint: pip install 'edu-tui[pdf]'. {INSTEAD}"


def can_make() -> bool:
    """Whether WeasyPrint is there to be tried."""
    return find_spec("weasyprint") is not None


class Pdf(NamedTuple):
    """A file, and what it cannot show."""

    data: bytes
    lacking: str = ""
    """The characters that are boxes in it, since no font here has them; each once."""


def as_pdf(takeaway: Takeaway, *, large: bool = False) -> Pdf:
    """The file; raises UsageError where WeasyPrint or what is under it is missing, EduError where it fails."""
    style = (STYLES / "pdf.css").read_text(encoding="utf-8")
    return pdf_of(as_html(takeaway, large=large, style=style))


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
        data: bytes = HTML(string=html, url_fetcher=_fetch).write_pdf(pdf_variant="pdf/ua-1")
    except (OSError, ValueError, TypeError) as error:
        # What it raises itself: of files and fonts, of values, of a layout that it cannot do.
        reason = " ".join(str(getattr(error, "strerror", None) or error).split())
        raise EduError(f"the PDF could not be made: {reason}. {INSTEAD}") from error
    finally:
        log.removeHandler(boxes)
    return Pdf(data, "".join(boxes.seen))


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
