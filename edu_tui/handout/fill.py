"""Sheets to fill in, one page each: blank, or with what the reader wants to ask."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.about import version_words
from edu_tui.handout.html import page_of, style_of, usual_paper
from edu_tui.handout.tags import Tagger
from edu_tui.handout.text import WIDTH, marked
from edu_tui.layout.line import Room, plain
from edu_tui.layout.paginate import pages
from edu_tui.layout.part import Blank, Gap, Heading, Pictured, words
from edu_tui.layout.review import review_words
from edu_tui.layout.text import TextVoice
from edu_tui.layout.text import parts as text_parts
from edu_tui.layout.wrap import wrap_text
from edu_tui.model.library import in_language
from edu_tui.model.version import version_of
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from edu_tui.handout.gather import HandoutSource
    from edu_tui.handout.html import Paper
    from edu_tui.handout.pdf import Pdf
    from edu_tui.layout.part import Part
    from edu_tui.learning.my_questions import Ask
    from edu_tui.model.module import Module
    from edu_tui.model.sheet import BlankSheet

MORE = 2
"""Empty rows at least, after what the reader has typed."""
HEIGHT, TALLEST, LOWEST = 160.0, 18.0, 8.0
"""Millimeters that a page has for rows, and of one row."""
FIRST = 0.46
"""Of the line at most, for a first column that has words in it."""
SHORT = 4
"""Letters over a column in which one only makes a mark."""


class FillIn(NamedTuple):
    """A sheet and what is printed with it."""

    sheet: BlankSheet
    module: str
    language: str
    library: str
    """Its title."""
    clinic: tuple[tuple[str, str], ...]
    state: str
    """How its module is reviewed, in words; empty where it is."""
    paper: Paper
    """What the library's country prints on."""
    told: tuple[Part, ...] = ()
    """What stands before the table, after how to fill it in."""
    marks: int = 0
    """How many of its last columns only take a mark."""
    mine: tuple[str, ...] = ()
    """What the reader wants to ask, for a sheet that takes it."""

    @property
    def rows(self) -> list[str]:
        """The first cell of each row."""
        empty = (self.sheet.lines or 0) - len(self.mine)
        return [*self.sheet.rows, *self.mine, *[""] * max(empty, MORE if self.mine else 0)]


def sheets_of(source: HandoutSource, names: Sequence[str], made_on: date) -> list[FillIn]:
    """The sheets of these modules, in their order; a module that cannot be shown has none."""
    return [
        _fill_in(sheet, module, source, review_words(state))
        for module, state in source.reviewed(names, made_on)
        for sheet in module.sheets
    ]


def with_mine(fill: FillIn, asks: Sequence[Ask]) -> FillIn:
    """The same with what the reader wants to ask, on a sheet that takes it."""
    if not fill.sheet.my_questions:
        return fill
    clinic = dict(fill.clinic)
    own = (ask for ask in asks if not ask.by_itself)
    return fill._replace(mine=tuple(" ".join(ask.shown(clinic).split()) for ask in own))


def _fill_in(sheet: BlankSheet, module: Module, source: HandoutSource, state: str) -> FillIn:
    library = source.open_library.library()
    title = in_language(library.title, module.language)
    clinic = tuple(library.clinic.items())
    return FillIn(sheet, module.id, module.language, title, clinic, state, usual_paper(library))


def _head(fill: FillIn) -> list[Part]:
    voice = TextVoice(dict(fill.clinic), {})
    parts: list[Part] = [Heading(fill.sheet.title, level=1), Gap()]
    parts += [Pictured(fill.sheet.picture), Gap()] if fill.sheet.picture else []
    return [*parts, *text_parts(fill.sheet.text, voice), Gap()]


def _name(fill: FillIn) -> list[Part]:
    """Whose it is; what is told to somebody else has no name on it."""
    return [] if fill.told else [Blank(say("Name and date:")), Gap()]


def _foot(fill: FillIn) -> list[Part]:
    told = f"{fill.library}. {version_words(version_of(fill.sheet))}"
    return [words(f"{told} {fill.state}." if fill.state else told, "soft")]


def as_text(fill: FillIn, width: int = WIDTH) -> str:
    """A grid of signs that every printer has."""
    room = Room(width, 0, "words")

    def lines(parts: Sequence[Part]) -> list[str]:
        page = pages([marked(part) for part in parts], room)[0]
        return [plain(one).rstrip() for one in page.lines]

    every = [
        *lines([*_head(fill), *fill.told, *_name(fill)]),
        "",
        *_grid(fill, width),
        "",
        *lines(_foot(fill)),
    ]
    return "".join(f"{one}\n" for one in every)


def _grid(fill: FillIn, width: int) -> list[str]:
    columns = fill.sheet.columns
    wide = _widths(fill, width - 1 - 3 * len(columns))
    rule = "+" + "+".join("-" * (one + 2) for one in wide) + "+"
    lines = [rule, *_row(columns, wide, 1), rule.replace("-", "=")]
    for first in fill.rows:
        lines += [*_row((first, *[""] * (len(columns) - 1)), wide, 2), rule]
    return lines


def _widths(fill: FillIn, space: int) -> list[int]:
    """Of each column: a first one with words has more, one with a short head less."""
    count = len(fill.sheet.columns)
    if not any(fill.rows):
        return [space // count + (at < space % count) for at in range(count)]
    heads = [len(head) for head in fill.sheet.columns[1:]]
    longest = max(map(len, fill.rows))
    marks = len(heads) - fill.marks
    short = [size if at >= marks or size <= SHORT else 0 for at, size in enumerate(heads)]
    first = space - sum(short) if all(short) else min(longest, int(space * FIRST))
    left = space - first - sum(short)
    many = short.count(0) or 1
    return [first, *(one or left // many for one in short)]


def _row(cells: Sequence[str], wide: Sequence[int], least: int) -> list[str]:
    wrapped = [
        [plain(line) for line in wrap_text(cell, room)] if cell else []
        for cell, room in zip(cells, wide, strict=True)
    ]
    height = max(least, *map(len, wrapped))
    padded = [[*lines, *[""] * (height - len(lines))] for lines in wrapped]
    return [
        "| "
        + " | ".join(f"{one[at]:<{room}}" for one, room in zip(padded, wide, strict=True))
        + " |"
        for at in range(height)
    ]


def as_html(
    fill: FillIn, *, large: bool = False, style: str = "", paper: Paper | None = None
) -> str:
    """One file that prints on one page, its table a real one."""
    tagger = Tagger()
    head = tagger.tagged(_head(fill))
    before = len(head)
    told = tagger.tagged(fill.told)[before:]
    head += f'\n<div class="columns">{told}</div>' if told else ""
    head += Tagger().tagged(_name(fill))
    foot = Tagger().tagged(_foot(fill))
    row = max(LOWEST, min(TALLEST, HEIGHT / (len(fill.rows) + 1)))
    sized = f"{style_of('fill.css')}td, tbody th {{ height: {row:.1f}mm; }}\n"
    sized += f"@page {{ size: {paper or fill.paper}; }}\n"
    sized += style_of("dense.css") if (fill.told or fill.marks) and not large else ""
    sized = (style_of("large.css") if large else "") + style + sized
    title = f"{fill.sheet.title} - {fill.library}"
    return page_of(fill.language, title, f"{head}\n{_table(fill)}\n{foot}", sized)


def _table(fill: FillIn) -> str:
    columns = fill.sheet.columns
    marks = len(columns) - fill.marks
    heads = "".join(
        f'<th scope="col"{_short(head, mark=at >= marks)}>{escape(head)}</th>'
        for at, head in enumerate(columns)
    )
    empty = "<td></td>" * (len(columns) - 1)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>{empty}</tr>'
        if first
        else f"<tr><td></td>{empty}</tr>"
        for first in fill.rows
    )
    kind = "told-back" if fill.marks else "asked" if any(fill.rows) else "blank-rows"
    return (
        f'<table class="{kind}" aria-labelledby="part-1">\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _short(head: str, *, mark: bool) -> str:
    return ' class="short"' if mark or len(head) <= SHORT else ""


def as_pdf(fill: FillIn, *, large: bool = False, paper: Paper | None = None) -> Pdf:
    """The same as a tagged PDF; raises as `handout.pdf` does."""
    from edu_tui.handout.pdf import pdf_of

    return pdf_of(as_html(fill, large=large, style=style_of("pdf.css"), paper=paper))
