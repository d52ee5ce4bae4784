"""Nothing that an author wrote is lost, however small the screen."""

from __future__ import annotations

import re

import pytest

from edu_tui.library.open_library import OpenLibrary
from edu_tui.model import markup

from .reader import SAMPLE, SHIPPED, Reader, sitting, squeezed

CITED = re.compile(r"\[\d+\]")
FRAME = str.maketrans("", "", "│┌┐└┘─|▀▄█")
ROWS = re.compile(r"^\s*(> )?\d Next page$|^\s*(> )?\d Other things you can do$")
CLINIC = {
    SAMPLE: {"phone": "555 0100", "after_hours": "555 0199"},
    SHIPPED: {
        "phone": "the number on your appointment card",
        "after_hours": "the after-hours number on your appointment card",
    },
}


def blocks(text: str, clinic: dict[str, str]) -> list[str]:
    """An author's paragraphs and list items as words, the clinic's own filled in."""
    result = []
    for block in markup.parse(text):
        pieces = [
            clinic[piece.ref]
            if piece.kind == "clinic"
            else ""
            if piece.kind == "cite"
            else piece.text
            for piece in block.pieces
        ]
        result.append(" ".join("".join(pieces).split()))
    return result


async def read_page(reader: Reader) -> list[str]:
    """The lines of one page, going down as far as it goes."""
    lines = list(reader.column)
    before = ""
    while before != reader.text:
        before = reader.text
        await reader.press("down")
        fresh = reader.column
        shared = next(n for n in range(len(fresh), -1, -1) if n == 0 or bare(lines[-n:]) == bare(fresh[:n]))  # fmt: skip
        lines += fresh[shared:]
    return [line for line in lines if not ROWS.match(line)]


def bare(lines: list[str]) -> list[str]:
    """Lines without the mark of focus."""
    return [line.replace("> ", "  ", 1).rstrip() if line.lstrip().startswith("> ") else line for line in lines]  # fmt: skip


def as_words(lines: list[str]) -> str:
    """What was read, without frames and the numbers of sources."""
    text = squeezed([line.translate(FRAME) for line in lines])
    return " ".join(CITED.sub("", text).replace(" .", ".").split())


@pytest.mark.parametrize("size", [(40, 16), (80, 24), (120, 33)])
@pytest.mark.parametrize(("folder", "name"), [(SHIPPED, "going-home"), (SHIPPED, "what-to-expect"), (SAMPLE, "the-day")])  # fmt: skip
async def test_every_word_of_a_module_can_be_read(
    folder: object, name: str, size: tuple[int, int]
) -> None:
    """Paging through a module with all its detail shows every word of it, in the author's order."""
    where = SHIPPED if folder is SHIPPED else SAMPLE
    module = OpenLibrary(where, None).module(name, "en").for_audience("patient")
    lines: list[str] = []
    async with sitting(where, size) as reader:
        await reader.choose(module.title)
        await reader.choose("Read about it")
        if module.sections[0].more:
            await reader.press("m")
        while "Afterwards" not in reader.words and "Read about it" not in reader.words:
            lines += await read_page(reader)
            await reader.press("space")
    seen = as_words(lines)
    at = 0
    for section in module.sections:
        for text in (section.title, section.text, section.more):
            for block in blocks(text, CLINIC[where]):
                number = seen.find(block, at)
                assert number >= 0, f"{section.id}: {block!r} is not in order in\n{seen[at:]}"
                at = number
        apart = [callout.text for callout in section.callouts] + [section.key_message]
        if section.figure:
            apart += [section.figure.title, section.figure.alt, section.figure.how_to_read]
        for text in apart:
            for block in blocks(text, CLINIC[where]):
                assert block in seen, f"{section.id}: {block!r}"


@pytest.mark.parametrize("size", [(40, 16), (80, 24), (120, 33)])
@pytest.mark.parametrize("route", [0, 1])
async def test_every_word_of_a_walk_can_be_read(route: int, size: tuple[int, int]) -> None:
    """Going on from step to step shows all that happens, may be noticed, can be done and be told."""
    module = OpenLibrary(SHIPPED, None).module("what-to-expect", "en").for_audience("patient")
    assert module.walkthrough
    chosen = module.walkthrough.routes[route]
    lines: list[str] = []
    async with sitting(SHIPPED, size) as reader:
        await reader.choose(module.title)
        await reader.choose(module.walkthrough.title)
        await reader.choose(chosen.title)
        while not reader.row("Finish:"):
            lines += await read_page(reader)
            await reader.press("space")
        lines += await read_page(reader)
    seen = as_words(lines)
    for step in chosen.steps:
        texts = (step.title, step.happens, step.you_may_notice, step.you_can, step.tell_staff_if)
        for text in texts:
            for block in blocks(text, CLINIC[SHIPPED]):
                labels = r"(What happens|You may notice|You can|Tell us at once|With you|We watch)?"
                words = rf" {labels} ?".join(re.escape(word) for word in block.split())
                assert block in seen or re.search(words, seen), f"{step.id}: {block!r}"
    assert "protocol" not in seen


@pytest.mark.parametrize("size", [(40, 16), (80, 24)])
async def test_every_word_of_every_question_can_be_read(size: tuple[int, int]) -> None:
    """Each question with all that can be chosen, and each answer with each reason, can be seen whole."""
    module = OpenLibrary(SHIPPED, None).module("going-home", "en").for_audience("patient")
    asked: list[str] = []
    async with sitting(SHIPPED, size) as reader:
        await reader.choose(module.title)
        await reader.choose("See if it is clear")
        for _ in module.questions:
            asked += await read_page(reader)
            await reader.press("n")
        await reader.choose("See all answers and why")
        while "All answers" in reader.lines[0]:
            asked += await read_page(reader)
            more = "next" in reader.app.journey.shown.keys
            await reader.press("space" if more else "escape")
    seen = re.sub(r" (> )?\d \[ \] | (> )?\d \( \) ", " ", as_words(asked))
    for question in module.questions:
        for block in blocks(question.ask, CLINIC[SHIPPED]):
            assert seen.count(block) >= 2, block
        body = question.body
        parts = getattr(body, "options", ()) or getattr(body, "situations", ())
        for part in parts:
            assert part.text in seen, part.text
            for block in blocks(part.why, CLINIC[SHIPPED]):
                assert block in seen, block
