"""Parts as HTML: headings, paragraphs, lists, terms with what is said of them. Everything is escaped.

A screen reader is told what each thing is by its tag, in the order of the parts; no role, no script and
no label says anything that the words do not.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from edu_tui.layout.line import plain
from edu_tui.layout.part import Blank, Box, Drawn, Gap, Heading, Labelled, Pictured, Words
from edu_tui.layout.pixels import told
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from edu_tui.layout.line import Span
    from edu_tui.layout.part import Part
    from edu_tui.layout.table import Table
    from edu_tui.model.picture import Picture

_NUMBER = re.compile(r"(\d+)\. ")
_LETTER = re.compile(r"([a-z])\) ")
_SOURCE = re.compile(r"\[(\d+)\] ")
_CITE = re.compile(r"\[(\d+)\]")
_ADDRESS = re.compile(r"doi (10\.\S+)|(https?://\S+)")
_TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "heading": "strong",
    "label": "strong",
    "warning": "strong",
    "good": "strong",
    "talk": "strong",
}
_SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"'
_CLASSES = {"soft": "soft", "term": "term"}


class Tagger:
    """Takes parts one by one; what is open around them is closed when something else comes."""

    def __init__(self) -> None:
        self.headings: list[tuple[int, str, str]] = []
        """Level, id and words of each heading, for the list of contents."""
        self._out: list[str] = []
        self._open = ""
        """The tag of the list that is open; empty for none."""
        self._item = ""
        """What closes the item that is open; empty for none."""
        self._cited: set[str] = set()
        self._pictures = 0
        self._apart = False
        """Whether there was a gap: a picture after it belongs to no item."""

    def tagged(self, parts: Iterable[Part]) -> str:
        """All of them."""
        for part in parts:
            self._part(part)
        self._close()
        return "\n".join(self._out)

    def _part(self, part: Part) -> None:
        apart, self._apart = self._apart, isinstance(part, Gap)
        if isinstance(part, Gap):
            return
        if isinstance(part, Pictured) and self._item and not apart:
            self._out.append(self._figure(part.picture))
            return
        if isinstance(part, Words) and part.lead:
            self._led(part)
        elif isinstance(part, Labelled):
            self._list("<dl>")
            label = escape(part.label)
            self._out.append(f"<div><dt>{label}</dt><dd>{self._inline(part.spans)}</dd></div>")
        else:
            self._close()
            self._block(part)

    def _block(self, part: Heading | Words | Box | Blank | Drawn | Pictured | Table) -> None:
        if isinstance(part, Heading):
            name = f"part-{len(self.headings) + 1}"
            self.headings.append((part.level, name, part.text))
            self._out.append(f'<h{part.level} id="{name}">{escape(part.text)}</h{part.level}>')
        elif isinstance(part, Box):
            title = f'<strong class="over">{escape(part.title)}</strong>'
            kind = "box warning" if part.tone == "warning" else "box"
            self._out.append(f'<p class="{kind}">{title} {self._inline(part.spans)}</p>')
        elif isinstance(part, Blank):
            label = escape(part.label)
            self._out.append(
                f'<p class="blank"><span>{label}</span> <span class="line"></span></p>'
            )
        elif isinstance(part, Pictured):
            self._out.append(self._figure(part.picture))
        elif isinstance(part, Drawn):
            lines = "\n".join(plain(line) for chunk in part.made for line in chunk)
            self._out.append(f"<pre>{escape(lines)}</pre>")
        elif isinstance(part, Words):
            self._out.append(f"<p>{self._inline(part.spans)}</p>")
        else:
            self._out.append(self._table(part))

    def _table(self, table: Table) -> str:
        """A table whose every cell has the headings of its column and of its row."""
        columns = "".join(
            f'<th scope="col">{escape(name)}</th>' for name in (say("Question"), *table.columns)
        )
        rows = "\n".join(
            f'<tr><th scope="row">{escape(row.title)}</th>'
            f"{''.join(f'<td>{self._inline(cell)}</td>' for cell in row.cells)}</tr>"
            for row in table.rows
        )
        caption = f"<caption>{escape(table.caption)}</caption>"
        return f"<table>{caption}<thead><tr>{columns}</tr></thead>\n<tbody>{rows}</tbody></table>"

    def _figure(self, picture: Picture) -> str:
        """The drawing with what it tells as its title: a PDF takes no other name for what a voice says."""
        self._pictures += 1
        name, said = f"picture-{self._pictures}", escape(picture.alt)
        shown = f"<p>{escape(told(picture))}</p>"
        if picture.drawing is not None and picture.drawing.drawn.markup:
            title = f'<title id="{name}">{said}</title>'
            shown = f'<svg role="img" aria-labelledby="{name}" {_SVG}>{title}{picture.drawing.drawn.markup}</svg>'
        caption = f"<figcaption>{escape(picture.caption)}</figcaption>" if picture.caption else ""
        return f"<figure>{shown}{caption}</figure>"

    def _led(self, part: Words) -> None:
        """An item of a list, or what belongs to the item before it."""
        words = self._inline(part.spans)
        if not part.lead.strip():
            self._out.append(f"<p>{words}</p>" if self._item else f'<p class="hang">{words}</p>')
        elif match := _SOURCE.fullmatch(part.lead):
            self._list('<ol class="sources">')
            words = _with_addresses(words)
            self._begin(f'<li id="source-{match[1]}">{words}', self._back(match[1]))
        elif match := _NUMBER.fullmatch(part.lead):
            self._list("<ol>", anew=match[1] == "1")
            self._begin(f'<li value="{match[1]}">{words}')
        elif match := _LETTER.fullmatch(part.lead):
            self._list('<ol type="a">', anew=match[1] == "a")
            self._begin(f"<li>{words}")
        else:
            self._list("<ul>")
            self._begin(f"<li>{words}")

    def _begin(self, item: str, end: str = "") -> None:
        self._out.append(item)
        self._item = f"{end}</li>"

    def _list(self, tag: str, *, anew: bool = False) -> None:
        """Be inside that list, after whatever item is open."""
        if self._open == tag and not anew:
            self._end_item()
            return
        self._close()
        self._open = tag
        self._out.append(tag)

    def _close(self) -> None:
        self._end_item()
        if self._open:
            self._out.append(f"</{self._open[1:3]}>")
        self._open = ""

    def _end_item(self) -> None:
        if self._item:
            self._out[-1] += self._item
        self._item = ""

    def _back(self, number: str) -> str:
        """The way from a source back to the words that rest on it."""
        if number not in self._cited:
            return ""
        words = say("Back to where {n} is cited", n=f"[{number}]")
        return f' <a class="back" href="#cite-{number}">{escape(words)}</a>'

    def _inline(self, spans: Sequence[Span]) -> str:
        """The words; with no space after them, which WeasyPrint counts where a line fits just so, and breaks it."""
        kept = list(spans)
        while kept and not kept[-1].text.strip():
            kept.pop()
        ending = [last._replace(text=last.text.rstrip()) for last in kept[-1:]]
        return "".join(map(self._span, [*kept[:-1], *ending]))

    def _span(self, span: Span) -> str:
        text = escape(span.text)
        if span.tone == "cite":
            return _CITE.sub(self._cite, text)
        if span.tone in _CLASSES:
            return f'<span class="{_CLASSES[span.tone]}">{text}</span>'
        tag = _TAGS.get(span.tone)
        return f"<{tag}>{text}</{tag}>" if tag else text

    def _cite(self, match: re.Match[str]) -> str:
        """A link to the source; the first one to each can be come back to."""
        number = match[1]
        name = "" if number in self._cited else f' id="cite-{number}"'
        self._cited.add(number)
        return f'<a class="cite"{name} href="#source-{number}">[{number}]</a>'


def _with_addresses(words: str) -> str:
    """The same with links where a source has an address; the address itself is what is read."""

    def linked(match: re.Match[str]) -> str:
        address = f"https://doi.org/{match[1]}" if match[1] else match[2]
        return f'<a href="{address}">{match[0]}</a>'

    return _ADDRESS.sub(linked, words)
