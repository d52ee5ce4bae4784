"""Items: which items of the banks fail, and what people choose instead. Safety first; nobody is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.model.markup import plain
from edu_tui.model.version import asked_version
from edu_tui.records.fields import WrongFieldError, is_choice, unshown, wrong
from edu_tui.records.rows import LeftOutRecord, detail_of, left_out
from edu_tui.staff.records.fault import VERDICTS
from edu_tui.staff.report.mistakes import Mistake, mistakes, told
from edu_tui.system.shown import UNFIT, shown
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.library import Course
    from edu_tui.staff.report.source import RecordSource, Scope
    from edu_tui.staff.report.texts import ReportTexts

# Handed in in two windows, an item of an attempt is there twice: what came first counts.
_FIRST = """
    select module, language, unit, unit_version, must_know, result, misconceptions, detail, row_number()
    over (partition by attempt, module, unit order by {order}) as nth from record where {where}"""
_COUNTS = """
    select module, language, unit, unit_version, must_know, result, count(*) from ({first}) as answer
    where nth = 1 group by module, language, unit, unit_version, must_know, result"""
_WRONG = """
    select module, language, unit, unit_version, misconceptions, detail from ({first}) as answer
    where nth = 1 and result not in ('right', 'unsure', 'blank')"""
_TRIES = ("kind = 'answered'", "attempt <> ''", '"try" = 1')
"""First tries of assessments alone: what is told of practice is not kept to be told."""

Key = tuple[str, str, str, str]
"""Module, language, unit, and the version of what was asked."""


class CountedMistake(NamedTuple):
    """A mistake, and how often it was made."""

    mistake: Mistake
    times: int


class ItemReport(NamedTuple):
    """How one item went, as it was asked in one version."""

    module: str
    title: str
    """Of the module."""
    language: str
    item: str
    """Its id."""
    version: str
    current: bool
    """Whether it is asked so today."""
    ask: str
    """Empty where the library does not have it any more."""
    must_know: bool
    answered: int
    """First tries."""
    right: int
    unsure: int
    """Said that they were not sure."""
    blank: int
    """Left empty when it was handed in."""
    wrong: tuple[CountedMistake, ...]
    """What was chosen instead, the commonest first."""
    place: str
    """`en/staff-roles.yaml:131`; empty where there is none."""
    passage: str
    """The same of what it teaches."""

    @property
    def share(self) -> int:
        """Of 100 first tries, so many were right."""
        return 100 * self.right // self.answered if self.answered else 100

    @property
    def fails(self) -> bool:
        """Whether anybody did not have it right at once."""
        return self.right < self.answered


class Items(NamedTuple):
    """All of them."""

    items: tuple[ItemReport, ...]
    """Safety first, then what was right least often."""
    left_out: tuple[LeftOutRecord, ...]
    """Answers that nothing can be made of, each sort once."""


def items(
    source: RecordSource, scope: Scope, course: Course, texts: ReportTexts, upto: int
) -> Items:
    """Every item that was ever handed in, until that millisecond."""
    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    safety: dict[Key, bool] = {}
    left: list[LeftOutRecord] = []
    for *key, must_know, result, times in _asked(source, scope, _COUNTS, upto):
        if key[0] not in course.modules:
            continue
        item_key, why = _key(key), _why_not(key, result)
        if why:
            left.append(
                left_out(say("{n} of them", "{n} of them", n=times), "answered", key[0], why)
            )
            continue
        counts[item_key][str(result)] += int(times)
        safety[item_key] = bool(must_know) or safety.get(item_key, False)
    wrong_counts = _wrong(source, scope, texts, upto)
    reports = [
        _item(key, count, safety[key], wrong_counts.get(key, Counter()), texts)
        for key, count in counts.items()
    ]
    return Items(tuple(sorted(reports, key=_worst)), tuple(left))


def _asked(source: RecordSource, scope: Scope, query: str, upto: int) -> Iterable[tuple[Any, ...]]:
    first = _FIRST.format(where=scope.where(*_TRIES, "at <= ?"), order=source.order)
    return source.rows(query.format(first=first), [*scope.values, upto])


def _why_not(key: Iterable[object], result: object) -> str:
    """What is wrong with an answer; empty where it can be counted."""
    if any(UNFIT.search(str(item_key)) for item_key in key):
        return str(unshown())
    return "" if result in VERDICTS else str(wrong("verdict", result))


def _wrong(
    source: RecordSource, scope: Scope, texts: ReportTexts, upto: int
) -> dict[Key, Counter[str]]:
    """How often each mistake was made, by item."""
    reports: dict[Key, Counter[str]] = defaultdict(Counter)
    for *given, misconceptions, detail in _asked(source, scope, _WRONG, upto):
        key = _key(given)
        taught = texts.taught(key[0], key[1])
        question = taught.item(key[2]) if taught else None
        if question is not None and asked_version(question) != key[3]:
            question = None
        wrong_counts = mistakes(question, _chosen(detail), shown(str(misconceptions)))
        reports[key].update(wrong_counts)
    return reports


def _chosen(detail: str) -> object:
    """What was chosen; nothing where it cannot be read."""
    try:
        chosen = detail_of(detail).get("chosen")
    except WrongFieldError:
        return None
    return chosen if is_choice(chosen) else None


def _key(given: Iterable[object]) -> Key:
    module, language, unit, version = map(str, given)
    return module, language, unit, version


def _item(
    key: Key, count: Counter[str], must_know: bool, wrong: Counter[str], texts: ReportTexts
) -> ItemReport:
    module, language, unit, version = key
    taught = texts.taught(module, language)
    there = taught.item(unit) if taught else None
    current = there is not None and asked_version(there) == version
    question = there if current else None
    commonest = sorted(wrong.items(), key=lambda pair: (-pair[1], pair[0]))
    return ItemReport(
        module,
        texts.title(module),
        language,
        unit.removeprefix("?"),
        version,
        current,
        plain(there.ask, texts.clinic) if there else "",
        there.must_know if there and current else must_know,
        count.total(),
        count["right"],
        count["unsure"],
        count["blank"],
        tuple(
            CountedMistake(told(question, name, texts.clinic), times) for name, times in commonest
        ),
        taught.place(unit) if taught and there else "",
        taught.passage(there.teaches) if taught and there else "",
    )


def _worst(item: ItemReport) -> tuple[object, ...]:
    return (
        not item.must_know,
        item.share,
        -item.answered,
        item.module,
        item.item,
        item.language,
        item.version,
    )
