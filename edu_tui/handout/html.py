"""The take-away as one HTML file: it opens in any browser, prints, and needs nothing else."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from edu_tui.handout.sheet import sheet_parts, title_of
from edu_tui.handout.tags import Tagger
from edu_tui.layout.line import Room
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway

STYLES = Path(__file__).parent
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose lines begin at the right."""
ROOM = Room(72, 0, "words")
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


def as_html(takeaway: Takeaway, *, large: bool = False, style: str = "") -> str:
    """The whole file; `large` for large print, `style` for what only one printer understands."""
    tagger = Tagger()
    body = tagger.tagged(sheet_parts(takeaway, ROOM))
    if len(takeaway.modules) > 1:
        # After the first part: who needs help at once must not read through a list for it.
        front, first, mark, rest = *body.split("<h2", 2)[:2], "<h2", body.split("<h2", 2)[2]
        body = f"{front}<h2{first}{_contents(tagger)}{mark}{rest}"
    style = (style_of("large.css") if large else "") + style
    return page_of(takeaway.language, _title(takeaway), body, style)


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
