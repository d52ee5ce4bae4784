"""The take-away as HTML: its structure, that nothing in it is markup but ours, that it needs nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.html import Printed, as_html
from edu_tui.handout.paper import laid_paper
from edu_tui.layout.part import Blank, Box, Drawn, Gap, Heading, Labelled, Part, Pictured
from edu_tui.layout.table import Table

from .samples import OWN, course, of, personal

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway

ALL = {"course": course(), "full": course(whole=True), "one": of("going-home"), "mine": personal()}
VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser makes of it; fails where a tag is not closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        # The title of the page is in no window; that of a picture is its words.
        skipped = {"style", "nav"} | ({"title"} if "svg" not in self._open else set())
        if not skipped & set(self._open) and self._skip not in self._open:
            self.words.append(data)

    @property
    def _skip(self) -> str:
        return "head"

    def all(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [value for _, attrs in self.tags if (value := attrs.get(attribute))]

    @property
    def levels(self) -> list[int]:
        """The levels of the headings."""
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]


def said(part: Part) -> str:
    """The words of a part, without the marks that HTML has tags for."""
    if isinstance(part, Heading):
        return part.text
    if isinstance(part, (Gap, Drawn)):
        return ""
    if isinstance(part, Pictured):
        return f"{part.picture.alt} {part.picture.caption}"
    if isinstance(part, Blank):
        return part.label
    if isinstance(part, Table):
        cells = [span.text for row in part.rows for cell in row.cells for span in cell]
        return " ".join([part.caption, *part.columns, *(row.title for row in part.rows), *cells])
    words = "".join(span.text for span in part.spans)
    if isinstance(part, Box):
        return f"{part.title} {words}"
    return f"{part.label} {words}" if isinstance(part, Labelled) else words


def squeezed(text: str) -> str:
    """Letters and marks alone: where tags part words is not what is tested."""
    return "".join(text.split())


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("takeaway", ALL.values(), ids=ALL)
def test_the_structure_is_that_of_a_document(takeaway: Takeaway, large: bool) -> None:
    """One h1, no level skipped, every id once, every link leads somewhere, tags closed in turn."""
    page = Page(as_html(takeaway, Printed(large=large)))
    assert page.levels[0] == 1
    assert page.levels.count(1) == 1
    assert all(
        after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False)
    )
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.all("href") if link.startswith("#")]
    assert set(inside) <= set(ids)
    assert all(link.startswith(("#", "https://")) for link in page.all("href"))


@pytest.mark.parametrize("takeaway", ALL.values(), ids=ALL)
def test_it_says_what_the_text_says(takeaway: Takeaway) -> None:
    """The words of the page are those of the parts, in their order, and none besides."""
    page = squeezed("".join(Page(as_html(takeaway)).words))
    back = re.compile(r"Backtowhere\[\d+\]iscited")
    assert back.sub("", page) == squeezed("".join(said(p) for p in laid_paper(takeaway).parts))


def test_it_needs_nothing_else() -> None:
    """No script, no picture in a file of its own, no frame, style or font from elsewhere; and it forbids them."""
    page = Page(as_html(course(whole=True)))
    kinds = {tag for tag, _ in page.tags}
    assert not kinds & {"script", "img", "iframe", "link", "object", "form"}
    assert not page.all("src")
    assert "url(" not in as_html(course())
    assert "@import" not in as_html(course())
    assert any("default-src 'none'" in text for text in page.all("content"))


def test_what_a_reader_wrote_is_only_words() -> None:
    """Tags, links and citations in a reader's own question are shown as they were typed."""
    text = as_html(personal())
    assert "<b>Rex" not in text
    assert OWN in "".join(Page(text).words)
    assert "#source-999" not in text


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("pt-BR", "ltr")]
)
def test_it_names_its_language(language: str, direction: str) -> None:
    """A screen reader learns which voice to take, a browser from which side to write."""
    page = Page(as_html(of("going-home")._replace(language=language)))
    assert page.tags[0] == ("html", {"lang": language, "dir": direction})


def test_a_source_leads_back_to_its_first_citation() -> None:
    """From a number to its source and back, each once."""
    page = Page(as_html(of("going-home")._replace(whole=True)))
    sources = [name for name in page.all("id") if name.startswith("source-")]
    assert sources
    for name in sources:
        number = name.removeprefix("source-")
        assert f"cite-{number}" in page.all("id")
        assert f"#cite-{number}" in page.all("href")


def test_the_list_of_contents_comes_after_help() -> None:
    """Of several modules the main parts are listed, once whom to call has been said; of one, not."""
    text = as_html(course(whole=True))
    assert text.index("Crisis help") < text.index("<nav") < text.index(">What keeps you safe</h2>")
    assert "<nav" not in as_html(of("going-home"))


@pytest.mark.parametrize("takeaway", ALL.values(), ids=ALL)
def test_no_item_ends_with_a_space(takeaway: Takeaway) -> None:
    """A printer that counts it breaks a line that fits just so, after its first word."""
    assert re.search(r"\s(?:</strong>|</span>)?</(?:li|dd|td|p)>", as_html(takeaway)) is None
