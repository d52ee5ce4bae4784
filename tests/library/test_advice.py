"""What a finding says to write or to delete can be done, and then it is gone: no advice is impossible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.library.check import check
from edu_tui.library.decode.lists import decode_lists
from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.texts import TEXTS
from edu_tui.library.finding import did_you_mean, nearest

from .broken import Broken, broken_files
from .every_text import FILES
from .obedient import mended, obey
from .samples import BANK, LIBRARY, MODULE, small, swap, write, write_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from edu_tui.library.decode.module import Decoded
    from edu_tui.library.finding import Finding

LISTS = """\
lists:
  - id: a-list
    purpose: day
    text: |
      - One
waive:
  - {rule: W101, unit: a-list, why: So it is., by: A. Author}
"""
READ: list[tuple[str, str, Callable[[str, str], Decoded[Any]]]] = [
    *((file.name, file.text, file.decode) for file in FILES),
    ("en/going-home.yaml", MODULE + BANK, decode_module),
    ("en/lists.yaml", LISTS, decode_lists),
]
PAIR = re.compile(
    r"(?m)(?P<lead>^ *(?:- )?|[{] *|, )(?P<key>[A-Za-z_-]+): (?P<value>(?![|>{\[])[^,{}\n]+)"
)
ENTRY = re.compile(r"(?<=[\[ ])(?P<value>[a-z][\w-]+)(?=[,\]])")
OF_WORDS = {key for keys in TEXTS.values() for key in keys} - {"group", "unit", "emergency", "say"}
SLIPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("mistyped", lambda value: value[:-1] if len(value) > 3 else f"{value}s"),
    ("as a title", lambda value: value.title().replace("-", " ")),
    ("in capitals", str.upper),
)
QUOTED = tuple(
    (way, way.format)
    for way in ("{}: more", "it's: {}", "@{}", "%{}", "!{}", "&{}", "[{}] x", "{} # x", '"{}')
)
"""Ways in which a text is none to YAML."""


def faults(text: str) -> Iterator[tuple[str, str]]:
    """What was done, and the file with that: keys and values left empty, mistyped, twice, not quoted."""
    for match in PAIR.finditer(text):
        lead, key, value = match.groups()

        def put(new: str, at: re.Match[str] = match) -> str:
            return text[: at.start()] + at["lead"] + new + text[at.end() :]

        yield f"{key} empty", put(f'{key}: ""')
        yield f"{key} mistyped", put(f"{key}x: {value}")
        if not lead.strip():
            yield f"{key} twice", put(f"{key}: {value}\n{lead}{key}: {value}")
            yield f"{key} twice, once mistyped", put(f"{key}: {value}\n{lead}{key}x: {value}")
        ways = (*SLIPS, *(QUOTED if key in OF_WORDS and not value.isdigit() else ()))
        for way, slip in ways:
            yield f"{key} {way}", put(f"{key}: {slip(value)}")
    for match in ENTRY.finditer(text):
        for way, slip in (*SLIPS, ("empty", lambda _: '""')):
            new = slip(match["value"])
            yield f"[{way}]", text[: match.start()] + new + text[match.end() :]


def key_of(finding: Finding) -> tuple[str, str, str]:
    """A finding wherever its line has come to be."""
    return finding.code, finding.where, re.sub(r"\d+", "#", finding.message)


def worse(
    decode: Callable[[str, str], Decoded[Any]], name: str, text: str
) -> tuple[int, list[str]]:
    """How many findings were obeyed, and what is told after that: what was to go, and what is new."""
    before = decode(name, text).findings
    obeyed = [finding for finding in before if obey(text, finding)]
    if not obeyed:
        return 0, []
    known = {key_of(finding) for finding in before if finding not in obeyed}
    after = decode(name, mended(text, before)).findings
    return len(obeyed), [finding.message for finding in after if key_of(finding) not in known]


@pytest.mark.parametrize(("name", "text", "decode"), READ, ids=[name for name, _, _ in READ])
def test_advice_that_is_followed_leaves_nothing_to_tell(
    name: str, text: str, decode: Callable[[str, str], Decoded[Any]]
) -> None:
    """In every file, for every key: a round of all that is said ends what was told, and begins nothing."""
    seen: set[str] = set()
    obeyed = 0
    for fault, broken in faults(text):
        if fault not in seen:
            seen.add(fault)
            count, left = worse(decode, name, broken)
            obeyed += count
            assert left == [], fault
    assert obeyed


YAML = [broken for broken in broken_files() if isinstance(broken.text, str)]


@pytest.mark.parametrize("broken", YAML, ids=[f"{b.name}:{b.line}" for b in YAML])
def test_advice_on_a_broken_file_can_be_followed(broken: Broken) -> None:
    """The two hundred broken files: what is said to be quoted, deleted or written is the end of it."""
    assert isinstance(broken.text, str)
    assert worse(decode_module, "en/going-home.yaml", broken.text)[1] == []


@pytest.mark.parametrize(
    ("old", "new", "said", "unsaid"),
    [
        ("    why: That is the order of the day.", "    why:", "`why` is empty; write something", "delete"),
        ("    hint: Think about how fast you can react.", "    hint:", "or delete the key", "?"),
        ("          at: 0", "          at:", "`at` is empty; write something", "delete"),
        ("groups: [Safe, Not safe]", 'groups: [Safe, ""]', "an empty entry in `groups`; write it", "delete"),
        ("id: not-driving", "id: Not-Driving", "such as `not-driving`", "did you mean"),
        ("id: for-staff", 'id: ""', "empty", "``"),
        ("sections:", "sections:\nsectionz: []", "unknown key `sectionz`", "did you mean"),
        ("title: Handover", "titel: Handover\n    title: More", "unknown key `titel`", "did you mean"),
        ("sources: [label-2023]", "sources: [@label-2023]", "write [label-2023]", "quote"),
        ("kind: judge", "kind: zzzz", "did you mean `judge`?", "single`"),
        ("must_know: true", "must_know: 'true'", "`true` in quotes; delete them", "?"),
        ("{id: ride, text: Say when", "{id: ride, text: @Say when", "'@Say when you may drive again.'", "}"),
        ("[blood pressure]", "[blood: pressure, 'x']", "", "'x'"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_not_said(old: str, new: str, said: str, unsaid: str) -> None:
    """A key that has to be there is not to be deleted; no name is offered that is taken, empty or no id."""
    messages = " ".join(
        each.message for each in decode_module("en/going-home.yaml", swap(old, new)).findings
    )
    assert said in messages
    assert unsaid not in messages


def test_a_number_is_advised_only_where_it_keeps_the_order_of_the_day() -> None:
    """-90 would come after -5: then another phase is the only advice."""
    text = swap("when: The day before", "at: -5")
    step = "        - {id: late, phase: before, at: 90, title: T, happens: H.}\n"
    text = swap("        - id: drip-starts", f"{step}        - id: drip-starts", text)
    (found,) = decode_module("en/going-home.yaml", text).findings
    assert found.message.endswith("the phase is `before`: write another phase")


def test_the_nearest_word_is_another_one() -> None:
    """What was written is not offered again, nor a name that is empty."""
    assert nearest("ride", ["ride", "rides"]) == "rides"
    assert did_you_mean("nausea", ["nausea"]) == ""
    assert did_you_mean("x", ["", "why-empty"]) == "; write one of `why-empty`"


def test_a_module_is_not_offered_that_is_there_or_that_nobody_wrote(tmp_path: Path) -> None:
    """In a course one that it has already, in `priority` one without a file, as a file's name one that is taken."""
    text = swap("[going-home, session]", "[going-home, sesion, session]", LIBRARY)
    text = swap("mastery: 80", "mastery: 80\n    priority: [onboarding, onbording]", text)
    write(write_library(tmp_path), "library.yaml", text)
    write(tmp_path, "source.yaml", "references: []\n")
    write(tmp_path, "en/session.yml", small("session"))
    told = [each for each in check(tmp_path).findings if each.code != "untranslated"]
    assert [(each.file, each.message.rpartition("; ")[2]) for each in told] == [
        ("en/session.yml", "`session.yaml` is there too, so delete one of the two"),
        ("library.yaml", "there is no file en/sesion.yaml"),
        ("library.yaml", "write one of `session`"),
        ("source.yaml", "this file is not part of a library"),
    ]


def test_the_missing_file_is_told_and_not_offered(tmp_path: Path) -> None:
    """A module that is mistyped in `modules` and right in `priority`: one advice, and it can be followed."""
    text = swap("[session, onboarding]", "[session, onbording]", LIBRARY)
    text = swap("mastery: 80", "mastery: 80\n    priority: [onboarding]", text)
    write(write_library(tmp_path), "library.yaml", text)
    told = [each for each in check(tmp_path).findings if each.file == "library.yaml"]
    errors = [each.message for each in told if each.severity == "error"]
    assert errors == [
        "`onboarding` is not in `modules` of this course; write one of `session`",
        "there is no file en/onbording.yaml; did you mean `onboarding`?",
    ]
