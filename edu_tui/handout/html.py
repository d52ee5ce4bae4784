"""The take-away as one HTML file: it opens in any browser, prints, and needs nothing else."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.handout.about import phones_of, text_of, title_of
from edu_tui.handout.paper import laid_paper
from edu_tui.handout.tags import Tagger
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway
    from edu_tui.model.library import Library

STYLES = Path(__file__).parent
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose lines begin at the right."""
Paper = Literal["a4", "letter"]
LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO"})
"""Countries that print on Letter."""


class Printed(NamedTuple):
    """How a take-away is put on paper."""

    paper: Paper | None = None
    """None for what is usual in the country of the library's first crisis line."""
    large: bool = False
    style: str = ""
    """What only one printer understands."""
    tighter: float = 1.0
    """Under 1 for less on each page."""


PAGE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="edu-tui">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def as_html(takeaway: Takeaway, printed: Printed | None = None) -> str:
    """The whole file."""
    printed = printed or Printed()
    laid = laid_paper(takeaway, large=printed.large, tighter=printed.tighter)
    tagger = Tagger()
    if takeaway.whole:
        body = tagger.tagged(laid.parts)
        if len(takeaway.modules) > 1:
            # After the first part: who needs help at once must not read through a list for it.
            front, first, mark, rest = *body.split("<h2", 2)[:2], "<h2", body.split("<h2", 2)[2]
            body = f"{front}<h2{first}{_contents(tagger)}{mark}{rest}"
    else:
        front = tagger.tagged(laid.front)
        rest = tagger.tagged(laid.body).removeprefix(front)
        body = f'<div class="front">\n{front}\n</div>\n<div class="columns">\n{rest}\n</div>'
    styles = [] if takeaway.whole else [style_of("short.css")]
    styles += [style_of("large.css")] if printed.large else []
    styles += [_each_page(takeaway, printed), printed.style]
    return page_of(takeaway.language, _title(takeaway), body, "".join(styles))


def usual_paper(library: Library) -> Paper:
    """The paper of the country that the library's first crisis line is of."""
    return "letter" if library.crisis and library.crisis[0].country in LETTER else "a4"


def _each_page(takeaway: Takeaway, printed: Printed) -> str:
    """What stands at the foot of each page of paper."""
    about = takeaway.modules[0].title if len(takeaway.modules) == 1 else title_of(takeaway)
    lines = [" - ".join([about, *phones_of(takeaway)]), " ".join(text_of(takeaway))]
    page = say("Page {n} of {total}", n="\0", total="\1")
    before, _, rest = page.partition("\0")
    middle, _, after = rest.partition("\1")
    count = f"{_css(before)} counter(page) {_css(middle)} counter(pages) {_css(after)}"
    left = ' "\\A" '.join(_css(line) for line in lines)
    return (
        f"@page {{ size: {printed.paper or usual_paper(takeaway.library)}; "
        f"@bottom-left {{ content: {left}; }} @bottom-right {{ content: {count}; }} }}\n"
    )


def _css(text: str) -> str:
    """A text as a string of a style sheet, which ends neither there nor in the page around it.

    The space after a sign's number ends it and is not shown.
    """
    safe = "".join(
        sign if sign.isalnum() or sign in " .,:;-()+/" else f"\\{ord(sign):06x} " for sign in text
    )
    return f'"{safe}"'


def page_of(language: str, title: str, body: str, style: str = "") -> str:
    """A whole page around a body that is HTML already."""
    return PAGE.format(
        language=escape(language),
        direction="rtl" if language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr",
        title=escape(title),
        style=style_of("page.css") + style,
        body=body,
    )


def _contents(tagger: Tagger) -> str:
    """Links to the main parts."""
    items = "\n".join(
        f'<li><a href="#{name}">{escape(words)}</a></li>'
        for level, name, words in tagger.headings
        if level == 2
    )
    title = escape(say("What is in here"))
    return f'<nav aria-labelledby="contents">\n<h2 id="contents">{title}</h2>\n<ul>\n{items}\n</ul>\n</nav>\n'


def _title(takeaway: Takeaway) -> str:
    title = title_of(takeaway)
    return f"{takeaway.modules[0].title} - {title}" if len(takeaway.modules) == 1 else title


def style_of(name: str) -> str:
    """What a style sheet of ours says."""
    return (STYLES / name).read_text(encoding="utf-8")
