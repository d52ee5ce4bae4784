"""`edu-tui handout --sheet`, `--nurse`, `--escort`: papers to fill in, or the list of a library's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.commands.library import open_library, settings
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from edu_tui.handout.fill import FillIn
    from edu_tui.handout.gather import HandoutSource, Mine

LIST = "list"


def sheets(options: argparse.Namespace) -> list[FillIn]:
    """All there are, of the modules for patients or of those named."""
    from datetime import date

    from edu_tui.handout.fill import sheets_of
    from edu_tui.system.wording import use

    source = _source(options)
    found = sheets_of(source, options.module or source.course(), date.today())
    if found:
        use(found[0].language)
    return found


def for_another(options: argparse.Namespace, own: Mine | None) -> FillIn:
    """The paper for the nurse, with what the reader missed; or, with `--escort`, for who takes them home."""
    from datetime import date

    from edu_tui.handout.for_others import for_escort, for_nurse
    from edu_tui.system.wording import use

    source = _source(options)
    use(source.language)
    names = options.module or source.course()
    today = date.today()
    if options.escort:
        return for_escort(source, names, today)
    return for_nurse(source, names, own, today)


def _source(options: argparse.Namespace) -> HandoutSource:
    from edu_tui.handout.gather import HandoutSource

    return HandoutSource(open_library(options, cached=False), settings(options).language, "patient")


def listed(found: list[FillIn]) -> str:
    """An id and a title a line."""
    wide = max((len(one.sheet.id) for one in found), default=0)
    return "".join(f"{one.sheet.id:<{wide}}  {one.sheet.title}\n" for one in found)


def chosen(found: list[FillIn], name: str, own: Mine | None) -> FillIn:
    """That sheet, with what the reader wants to ask where they want it; raises UsageError."""
    from edu_tui.handout.fill import with_mine
    from edu_tui.library.finding import did_you_mean

    for one in found:
        if one.sheet.id == name:
            return with_mine(one, own.asks) if own else one
    known = [one.sheet.id for one in found]
    raise UsageError(
        f"there is no sheet {name[:40]!a}{did_you_mean(name, known)}. --sheet {LIST} names them."
    )


def made(fill: FillIn, form: str, options: argparse.Namespace) -> tuple[str | bytes, str]:
    """The file, and the characters that are not in it."""
    from edu_tui.handout import fill as paper

    if form == "html":
        return paper.as_html(fill, large=options.large, paper=options.paper).encode(), ""
    if form == "pdf":
        pdf = paper.as_pdf(fill, large=options.large, paper=options.paper)
        return pdf.data, pdf.lacking
    if not options.ascii:
        return paper.as_text(fill), ""
    from edu_tui.handout.text import WIDTH
    from edu_tui.ui.plain.streams import SLACK, in_ascii

    return in_ascii(paper.as_text(fill, WIDTH - SLACK)), ""
