"""A module file made of questions from elsewhere. What they do not say is left empty, for `check` to name."""

from __future__ import annotations

import re
from json import dumps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.library.exchange.incoming import Incoming

HEAD = """\
# Made from {name}. `edu-tui check` names each gap: reasons, misconceptions, what a question teaches.
id: {id}
title: {title}
summary: ""
minutes: 5
sections:
  - id: part-1
    title: ""
    text: ""

{key}:
"""
MAX_WORDS, MAX_ID = 5, 40


def module_of(questions: Sequence[Incoming], name: str, module_id: str, key: str) -> str:
    """The text of the file; `key` is `questions` or `assessment`."""
    title = module_id.replace("-", " ").capitalize()
    message = HEAD.format(name=_one_line(name), id=module_id, title=_quoted(title), key=key)
    taken: set[str] = set()
    for question in questions:
        message += _question(question, _id_of(question.ask, taken))
    return message


def _question(batch: Incoming, name: str) -> str:
    multiple = len(batch.right) > 1
    lines = [
        f"  - id: {name}",
        f"    kind: {'multiple' if multiple else 'single'}",
        '    teaches: ""',
        f"    ask: {_quoted(batch.ask)}",
    ]
    taken: set[str] = set()
    if multiple:
        lines.append("    answers:")
        lines += [
            f'      - {{id: {_id_of(text, taken)}, text: {_quoted(text)}, why: ""}}'
            for text in batch.right
        ]
    else:
        taken.add("answer")
        lines.append(f'    answer: {{text: {_quoted(batch.right[0])}, why: ""}}')
    lines.append("    wrong:")
    for text in batch.wrong:
        own = _id_of(text, taken)
        lines.append(f'      - {{id: {own}, text: {_quoted(text)}, misconception: "", why: ""}}')
    return "\n".join(lines) + "\n"


def _id_of(text: str, taken: set[str]) -> str:
    """A few of its words, and a number where they are taken."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    stem = "-".join(words[:MAX_WORDS])[:MAX_ID].strip("-") or "item"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


def _quoted(text: str) -> str:
    """As YAML takes it: its double quotes are those of JSON."""
    return dumps(_one_line(text), ensure_ascii=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
