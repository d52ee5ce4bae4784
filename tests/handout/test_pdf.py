"""The PDF: tagged, so that a screen reader can read it; made from nothing but the page itself."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import pytest
from pypdf import PdfReader

from edu_tui.handout.html import Printed
from edu_tui.handout.paper import laid_paper
from edu_tui.layout.part import Heading
from tests.needs import needed

from .samples import SAMPLE, of, personal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edu_tui.handout.content import Takeaway


def made(takeaway: Takeaway, *, large: bool = False) -> PdfReader:
    """The PDF, where Pango is there to make it."""
    from edu_tui.handout.pdf import as_pdf

    needed("pango")
    return PdfReader(BytesIO(as_pdf(takeaway, Printed(large=large)).data))


@pytest.fixture(scope="module")
def one() -> PdfReader:
    """One module's."""
    return made(of("going-home"))


def tags(node: Any) -> Iterator[str]:
    """The kinds of the structure's elements, in the order of reading."""
    node = node.get_object()
    if "/S" in node:
        yield str(node["/S"])
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if hasattr(kid.get_object(), "get"):
            yield from tags(kid)


def test_it_says_that_it_is_tagged(one: PdfReader) -> None:
    """Marked, with a structure, a language, a title that is shown, and the name of the standard."""
    root: Any = one.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert one.metadata is not None
    assert one.metadata.title == "Going home - Ketamine therapy: to take with you"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_the_structure_has_the_headings_and_lists(one: PdfReader) -> None:
    """Each heading is one of its level, in order; lists are lists, and links are links."""
    found = list(tags(cast("Any", one.trailer["/Root"])["/StructTreeRoot"]))
    levels = [int(kind[2]) for kind in found if kind[:2] == "/H" and kind[2:].isdigit()]
    parts = laid_paper(of("going-home")).parts
    assert levels == [part.level for part in parts if isinstance(part, Heading)]
    assert {"/L", "/LI", "/LBody", "/P"} <= set(found)


def test_it_is_read_in_the_order_of_the_page(one: PdfReader) -> None:
    """The words come out in the order in which they stand."""
    text = "".join("".join(page.extract_text().split()) for page in one.pages)
    at = 0
    for part in laid_paper(of("going-home")).parts:
        if isinstance(part, Heading):
            number = text.find("".join(part.text.split()), at)
            assert number >= at, part.text
            at = number


def test_every_page_is_numbered_and_none_is_empty(one: PdfReader) -> None:
    """A sheet that falls out of the pile finds its place again."""
    total = len(one.pages)
    for number, page in enumerate(one.pages, 1):
        text = page.extract_text()
        assert f"Page {number} of {total}" in text
        assert len(text) > 60


def test_large_print_is_large() -> None:
    """Nothing on a page is smaller than 16 points but its foot, and that is no smaller than usual text."""
    sizes: set[float] = set()

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        del font
        if text.strip():
            sizes.add(round(size * abs(tm[3]) * abs(cm[3]), 1))

    for page in made(of("going-home"), large=True).pages:
        page.extract_text(visitor_text=visit)
    assert sorted(sizes)[:2] == [12, 16]


def test_an_own_question_cannot_fetch_anything() -> None:
    """Words that look like a tag with an address are words."""
    small = of("small-one", folder=SAMPLE)._replace(asks=personal().asks[:1])
    text = "".join(page.extract_text() for page in made(small).pages)
    assert "<b>Rex</b>" in text


COMMAND = "from edu_tui.cli import main; sys.exit(main(sys.argv[1:]))"
WITHOUT_TLS = f"import sys; sys.modules['ssl'] = sys.modules['_ssl'] = None; {COMMAND}"
"""As a Python that was built without it."""


def ran(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, after what `program` does."""
    return subprocess.run(
        [sys.executable, "-B", "-c", program, "handout", "going-home", *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_python_without_tls_is_told_in_one_line(tmp_path: Path) -> None:
    """Some are built so: what is missing, and that the page prints as well."""
    assert ran(WITHOUT_TLS).returncode == 0, "text needs none"
    done = ran(WITHOUT_TLS, "-o", str(tmp_path / "out.pdf"))
    assert done.returncode == 2
    assert done.stderr.startswith("edu-tui: PDF needs a Python that was built with ssl. The HTML")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        ("OSError(28, 'No space left on device')", "No space left on device. The HTML"),
        ("ValueError('not so\\nlong')", "not so long. The HTML"),
        ("TypeError('Layout for Box not handled yet')", "Layout for Box not handled yet. The HTML"),
    ],
)
def test_what_fails_while_it_is_made_is_one_line(tmp_path: Path, raised: str, told: str) -> None:
    """With a WeasyPrint that cannot make it: why, and that the page prints as well; nothing is left."""
    (tmp_path / "weasyprint.py").write_text(
        "class HTML:\n"
        "    def __init__(self, **more): pass\n"
        f"    def render(self, **more): raise {raised}\n",
        encoding="utf-8",
    )
    (tmp_path / "out").mkdir()
    broken = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {COMMAND}"
    done = ran(broken, "-o", str(tmp_path / "out" / "out.pdf"))
    assert done.returncode == 1
    assert done.stderr.startswith(f"edu-tui: the PDF could not be made: {told}")
    assert done.stderr.count("\n") == 1
    assert not list((tmp_path / "out").iterdir())


def test_without_weasyprint_one_line_says_what_to_do(tmp_path: Any) -> None:
    """What to install, and that the page prints as well; nothing is left on the disk."""
    program = (
        "import sys; sys.modules['weasyprint'] = None;"
        "from edu_tui.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    file = tmp_path / "out.pdf"
    done = subprocess.run(
        [sys.executable, "-c", program, "handout", "going-home", "-o", str(file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'edu-tui[pdf]'" in done.stderr
    assert "--format html" in done.stderr
    assert not list(tmp_path.iterdir())
