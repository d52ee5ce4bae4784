"""What in an author's text is not part of the format, though it looks as if it should be.

Whatever the parser does not understand is shown as it stands. That is right for most signs, and wrong
for a mark with a slip in it: a reader would see `{clinic.phon}` where a number belongs. So each near
miss is a problem here, with its place and what to write instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from edu_tui.model import pasted
from edu_tui.model.markup import around, marks, read
from edu_tui.model.pasted import MarkProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.model.markup import Mark, Stretch

Sort = Literal["marked", "short", "plain", "verbatim"]
"""`marked`: paragraphs, lists and all marks. `short`: words on a line, with `[[...]]`, `{clinic...}` and
emphasis. `plain`: words, in which a mark is an error. `verbatim`: what a person typed, whatever it is."""


_CLINIC = re.compile(
    r"\{[\s{$%]*(?P<within>[^\W\d_][^{}\n]{0,60})\}*"
    r"|[\[(]\s*(?P<brackets>clinic[._]\w+)\s*[\])]"
    r"|\b(?P<unopened>clinic\.\w+)\s*\}",
    re.I,
)
_SQUARE = re.compile(r"\[\[|\]\]|\[@")
_SQUARE_AS = {
    "[[": "; write [[word]] or [[shown words|word]]",
    "]]": "; write [[word]] or [[shown words|word]]",
    "[@": "; write [@source-id] or [@source-id, p. 7]",
}
_DOUBLE = re.compile(r"\[\[|\]\]")
_CITED = re.compile(r"\[@\s*[A-Za-z0-9][\w-]*(?![\w=.(-])")
_NUMBERED = re.compile(r"\d")
_ENDS = frozenset('.:;!?,)*]}"\u201d\u2019\u2014\u2013')
_BY_CHANCE = (
    "at the beginning of a line makes it an item of a list; if it is one, "
    "put an empty line before it, else move a word"
)
_WITHIN = "is within another item, and lists have no lists within; write one list"
_COUNT = "comes after `{}.`, and numbers are shown as they are written; count on"
_LABEL = re.compile(r"\s*(\(?[A-Ha-h1-9]\)|[1-9]\.|[-*])\s")
LONGEST = 40
"""Characters of a mark that a message shows."""
MOST_WORDS = 2
"""Of what stands after a source's id and has no number in it: `abstract`, `box 2`, `last page`."""


def problems(text: str, sort: Sort = "marked", key: str = "text") -> list[MarkProblem]:
    """What in a text of that sort, under that key, is not part of the format, in order of place."""
    if sort == "verbatim":
        return []
    if sort == "plain":
        return sorted(_marks_in_plain(text, key))
    blocks = list(read(text))
    understood = [mark for _, block_marks, _ in blocks for mark in block_marks]
    left = _without(text, understood)
    mark_problems = [
        *pasted.lines_and_signs(text),
        *_square(left),
        *_clinic(left),
        *_located(understood),
    ]
    for stretch, _, loose in blocks:
        mark_problems += _stars(text, stretch, loose)
    if sort == "marked":
        mark_problems += pasted.labels(text)
        mark_problems += _listed(text, [stretch for stretch, _, _ in blocks])
    if sort == "short":
        mark_problems += _labeled(text)
        mark_problems += [
            MarkProblem(mark.start, no_source(key)) for mark in understood if mark.kind == "cite"
        ]
    return sorted(mark_problems)


def _without(text: str, understood: list[Mark]) -> str:
    """The same length, with blanks in place of marks."""
    for mark in understood:
        text = f"{text[: mark.start]}{' ' * (mark.end - mark.start)}{text[mark.end :]}"
    return text


def _square(left: str) -> Iterator[MarkProblem]:
    for match in _SQUARE.finditer(left):
        sign = match.group()
        message = f"`{sign}` is not closed or not spelled as the format asks{_SQUARE_AS[sign]}"
        yield MarkProblem(match.start(), message)


def _clinic(left: str) -> Iterator[MarkProblem]:
    """A brace before a word is meant for a placeholder, however it is spelled."""
    for match in _CLINIC.finditer(left):
        words = match["within"] or match["brackets"] or match["unopened"]
        name = re.sub(r"[^a-z]+", "_", words.lower()).strip("_")
        name = name.removeprefix("clinic").strip("_") or "name"
        message = (
            f"`{match.group().strip()[:LONGEST]}` is not a placeholder, and would be shown as it stands; "
            f"write {{clinic.{name}}}, with a name that `clinic` of library.yaml has"
        )
        yield MarkProblem(match.start(), message)


def _stars(text: str, stretch: Stretch, loose: list[Mark]) -> Iterator[MarkProblem]:
    within = False
    for star in loose:
        problem = _star(text, stretch, star)
        # 5*3*2 is one slip
        if problem and not (within and problem.severity == "warning"):
            yield problem
            within = within or problem.severity == "warning"


def _star(text: str, stretch: Stretch, star: Mark) -> MarkProblem | None:
    sign = text[star.start : star.end]
    before, after = around(text, stretch, star)
    if before.isspace() and after.isspace():
        return None
    if before.isalnum() and after.isalnum():
        message = (
            f"`{sign}` within a word or a number is shown as it stands; write `5 by 3`, "
            "or put the marks around the whole word"
        )
        return MarkProblem(star.start, message, "warning")
    message = (
        f"`{sign}` is opened but not closed, or closed but not opened; "
        "for a star that is shown write \\*"
    )
    return MarkProblem(star.start, message)


def _located(understood: list[Mark]) -> Iterator[MarkProblem]:
    """What stands after a source's id is shown to nobody, so it had better be a place in it."""
    for mark in understood:
        if mark.kind != "cite" or _NUMBERED.search(mark.text):
            continue
        if len(mark.text.split()) > MOST_WORDS:
            message = "after a source's id comes a place in it, such as `p. 7`; nothing else"
            yield MarkProblem(mark.start, message)


def _listed(text: str, blocks: list[Stretch]) -> Iterator[MarkProblem]:
    """Items that a reader would not see as they were meant."""
    last: Stretch | None = None
    for at, stretch in enumerate(blocks):
        if last and stretch.kind != "paragraph":
            follows = text.count("\n", blocks[at - 1].end, stretch.begin) == 1
            if last.kind != "paragraph" and _indent(text, stretch) > _indent(text, last):
                yield _of_item(text, stretch, _WITHIN)
                continue
            if follows and _is_by_chance(text, last, stretch, blocks[at + 1 :]):
                yield _of_item(text, stretch, _BY_CHANCE)
            elif last.kind == stretch.kind == "number" and not _counts_on(last, stretch):
                yield _of_item(text, stretch, _COUNT.format(last.number))
        last = stretch


def _is_by_chance(text: str, last: Stretch, item: Stretch, after: list[Stretch]) -> bool:
    """Whether a line may only go on with the sentence before it."""
    if last.kind != "paragraph":
        return last.kind != item.kind
    if item.number > 1 or text[last.end - 1] in _ENDS:
        return item.number > 1
    return item.kind == "bullet" or not after or after[0].number != item.number + 1


def _counts_on(last: Stretch, item: Stretch) -> bool:
    return item.number != last.number and item.number in {1, last.number + 1}


def _of_item(text: str, item: Stretch, message: str) -> MarkProblem:
    sign = text[item.begin : item.start].strip()
    return MarkProblem(item.begin, f"`{sign}` {message}", "warning")


def _indent(text: str, stretch: Stretch) -> int:
    return stretch.begin - text.rfind("\n", 0, stretch.begin)


def _labeled(text: str) -> Iterator[MarkProblem]:
    """What stands on one line may have brought along the sign of the list it was in."""
    match = _LABEL.match(text)
    if match is not None:
        message = (
            f"`{match[1]}` is shown before the words; delete it, for each has a sign of its own"
        )
        yield MarkProblem(match.start(1), message, "warning")


def _marks_in_plain(text: str, key: str) -> Iterator[MarkProblem]:
    """Marks, and near misses of them, where all characters are shown as they stand."""
    yield from pasted.coded(text)
    understood = list(marks(text))
    for mark in understood:
        if mark.kind == "star":
            message = f"`{key}` takes no marks, so `\\*` would be shown as it stands; write * alone"
            yield MarkProblem(mark.start, message)
    left = _without(text, understood)
    spans = [
        (mark.start, mark.end) for mark in understood if mark.kind in {"term", "cite", "clinic"}
    ]
    for kind in ("strong", "emphasis"):
        # the sign that ends it needs no finding of its own
        spans += [(mark.start, mark.end) for mark in understood if mark.kind == kind][::2]
    for pattern in (_CLINIC, _CITED, _DOUBLE):
        spans += [match.span() for match in pattern.finditer(left)]
    spans += pasted.spans(left)
    for start, end in sorted(spans):
        shown = " ".join(text[start:end].split())[:LONGEST]
        yield MarkProblem(start, no_mark(key, shown))


def no_mark(key: str, shown: str) -> str:
    """What is said of a mark, or a near miss of one, in a text that takes none."""
    return f"`{key}` takes no marks, so `{shown}` would be shown as it stands; write plain words"


def no_source(key: str) -> str:
    """What is said of a source cited in a text that stands on one line."""
    return f"`{key}` has no room for a source's number; cite it in `why`"
