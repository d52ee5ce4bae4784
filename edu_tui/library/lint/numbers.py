"""N: numbers and risks.

People understand whole people out of the same hundred, beside those who did not have the treatment.
A temperature, a dose on a label or a share of alcohol in a gel is no risk, and is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from edu_tui.library.lint.counts import PEOPLE, cells, counts, has_counts, numbers_in
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern
from edu_tui.model.figure import Bars, IconArray

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.search import PatternHit
    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Part, Unit
    from edu_tui.model.figure import ComparedCell, Figure

CELL = 30
"""Words of a cell: two or three lines of a card, on a small screen a page of one question."""
_TIMES = r"(?:twice|double|triple|half|(?:two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?) times)"
_RISK = r"(?:risks?|chances?|odds|likelihood)"
_SHARE = r"\d+(?:\.\d+)? ?(?:%|percent|per cent)"
_RELATIVE = Pattern(
    rf"\b{_TIMES} (?:as|more|less) likely\b|\b{_TIMES} (?:the|your|their|as (?:high|great|much) an?) {_RISK}\b"
    rf"|\b(?:doubl|tripl|halv)(?:e|es|ed|ing) (?:the|your|their) {_RISK}\b"
    rf"|\b{_RISK} (?:is|are|was|were|has|had)(?: been)? (?:{_TIMES}|doubled|tripled|halved)\b"
    rf"|\b{_SHARE} (?:(?:more|less) likely|(?:higher|lower|greater|smaller|increased|reduced) {_RISK})\b"
    rf"|\b{_RISK}\b[^.\n]{{0,40}}\bby (?:{_SHARE}|half|a third|a quarter|two[- ]thirds)"
    r"|\b(?:two|three|four|five|ten|\d+)-?fold\b"
)
_ONE_IN_ES = Pattern(
    r"\b(?:1|un[oa]) de cada (?!(?:10|100|\d+[.,]?000|diez|cien|mil)\b)(?:\d[\d.,]*|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|veinte)\b"
)
_SHARE_ES = Pattern(
    r"\b\d+(?:[.,]\d+)? ?(?:%|por ciento) (?:de (?:las|los|la|esas|esos|nuestr[ao]s|quienes) ?(?:personas|pacientes|adultos|mujeres|hombres|niños|gente|casos|quienes)?|tiene|tuvo|sintió|siente)\b"
    r"|\b(?:un tercio|la mitad|una cuarta parte|dos tercios) de (?:las|los) (?:personas|pacientes|adultos|mujeres|hombres|niños)\b"
)
_TIME_AFTER = r"(?! ?-?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|mornings?|(?:19|20)\d\d)\b)"
_ONE_IN = Pattern(
    rf"\b(?:1|one) in (?:every )?(?!(?:10|100|\d+,?000|(?:19|20)\d\d)\b)(?:\d[\d,]*\b|two|three|four|five|six|seven|eight|nine|twelve|twenty|fifty){_TIME_AFTER}\b"
)
_PARTS_OF_PEOPLE = (
    rf"(?:of )?(?:the |all |these |those |our |other )?(?:{PEOPLE}|those|them|cases)\b"
)
_SHARE_OF = Pattern(
    rf"\b{_SHARE} (?:{_PARTS_OF_PEOPLE}|(?:chance|risk|get|got|have|had|feel|felt|of the time)\b)"
    rf"|\b(?:in|affects?|helps?|harms?)(?: about| around| up to| nearly| almost| over| more than| some)? {_SHARE}(?=[.,;]|$)"
)
_FRACTION = Pattern(
    rf"\b(?:\d+/\d+|(?:one|two|three|a)[- ](?:thirds?|quarters?|fourths?|fifths?|tenths?)) {_PARTS_OF_PEOPLE}"
    r"|\b\d+\.\d+ (?:people|patients|adults|(?:out )?of (?:every )?1(?:0|,?0)0+)\b"
)
_SUM = Pattern(
    r"\b(?:multiply|divide|subtract) (?:it by|this by|that by|by|\d+|(?:the|your) (?:number|numbers|dose|amount|total|weight|result|sum)s?)\b|\b(?:multiplied|divided) by\b"
    r"|\b(?:half|twice|double|triple|a (?:third|quarter|tenth)|one[- ](?:third|half|quarter|tenth)|(?:two|three|four|ten|\d+) times)(?: of)? your (?:body ?)?(?:weight|dose|height|age|usual dose)\b"
    r"|\badd up (?:the|your|all|how)\b|(?:\bpercent|%) of your\b|\bwork out (?:the|your) (?:dose|amount)\b"
)
_RANGE = Pattern(
    r"(?<![\w.,/-])(?!\d{3} ?[-–] ?\d{4}\b)\d{1,4}(?:[.,]\d+)? ?[-–—] ?\d{1,4}(?:[.,]\d+)?(?![\w/]|[-–]\w)"
)
_OF = re.compile(r"of \d", re.I)
_NO_GROUP = re.compile(
    r"\b(?:no|not an?|without an?|nothing to) (?:\w+ )?(?:group|compare|comparison)\b", re.I
)

TEN = 10
"""The smallest group of people that a number is out of."""


def _relative(subject: Subject) -> Iterator[Problem]:
    for hit in _RELATIVE.hits(subject):
        if hit.meant and not _both_numbers(hit):
            message = f'"{hit.words}": compared with what? Give both groups as people out of 100'
            yield Problem(message, hit.unit, hit.offset)


def _both_numbers(hit: PatternHit) -> bool:
    """Whether the text, or the figure beside it, has the people of both groups."""
    part = hit.unit.part
    return len(list(counts(hit.unit.plain))) > 1 or any(
        sum(one.kind in {"group", "bar"} for one in inner.parts) > 1 for inner in part.parts
    )


def _one_denominator(subject: Subject) -> Iterator[Problem]:
    if not has_counts(subject):
        return
    text, at = subject.script.text, subject.script.at
    stated: list[tuple[int, Unit | Part, int]] = [
        (inner.of, *at(inner.start)) for inner in counts(text)
    ]
    for part, section in subject.sections:
        if section.figure and isinstance(section.figure.data, IconArray):
            stated.append((section.figure.data.of, _figure(part), 0))
    stated += [(cell.of, part, 0) for part, cell in _counted_cells(subject)]
    often = Counter(size for size, _, _ in stated).most_common()
    for other, _ in often[1:]:
        _, place, offset = next(row for row in stated if row[0] == other)
        message = f"out of {other:,} here and out of {often[0][0]:,} elsewhere: use one of them"
        yield Problem(f"{message} in the whole module", place, offset)


def _one_in_some(subject: Subject) -> Iterator[Problem]:
    for hit in (_ONE_IN_ES if _is_spanish(subject) else _ONE_IN).hits(subject):
        message = f'"{hit.words}": say how many people out of 100'
        yield Problem(message, hit.unit, hit.offset)


def _bare_share(subject: Subject) -> Iterator[Problem]:
    patterns = (_SHARE_ES,) if _is_spanish(subject) else (_SHARE_OF, _FRACTION)
    for hit in chain.from_iterable(pattern.hits(subject) for pattern in patterns):
        if not _twin(hit):
            message = f'"{hit.words}": say how many people out of 100'
            yield Problem(message, hit.unit, hit.offset)


def _is_spanish(subject: Subject) -> bool:
    return subject.language.partition("-")[0] == "es"


def _twin(hit: PatternHit) -> bool:
    """Whether the same paragraph says it in people too."""
    number = re.search(r"\d+(?:[./]\d+)?", hit.words)
    if number is None:
        return any(counts(hit.block))
    people = rf"\b{re.escape(number.group())}\b[^.\n]{{0,12}} (?:of|de(?: cada)?) 100\b"
    return "." not in number.group() and re.search(people, hit.block) is not None


def _whom_and_when(subject: Subject) -> Iterator[Problem]:
    for part, figure in _figures(subject):
        data = figure.data
        if not isinstance(data, IconArray) and not (
            isinstance(data, Bars) and _OF.match(data.unit)
        ):
            continue
        missing = [name for name in ("who", "over") if not getattr(data, name)]
        if missing:
            message = f"no `{'` and no `'.join(missing)}`: say which people"
            yield Problem(f"{message}, and in what time", part)

    for part, cell in _counted_cells(subject):
        missing = [name for name in ("who", "over") if not getattr(cell, name)]
        if missing:
            message = f"no `{'` and no `'.join(missing)}`: say which people"
            yield Problem(f"{message}, and in what time", part)


def _compared(subject: Subject) -> Iterator[Problem]:
    for part, figure, data in _icon_arrays(subject):
        around = [unit.plain for unit in (*part.units, *(part.parent.units if part.parent else ()))]
        if len(data.groups) < 2 and not any(map(_NO_GROUP.search, around)):
            message = f'"{figure.title}" has one group: compared with what? Add the other group, or'
            yield Problem(f'{message} say "We have no group to compare with"', part)

    for part, cell in _counted_cells(subject):
        if len(cell.groups) < 2 and not _NO_GROUP.search(cell.text):
            message = "one group: compared with what? Add the other group of the same study, or"
            yield Problem(f'{message} say "We have no group to compare with"', part)


def _long_cell(subject: Subject) -> Iterator[Problem]:
    for part, cell in cells(subject):
        count = len(cell.text.split())
        if count > CELL:
            message = (
                f"{count} words in one cell; {CELL} at most: the rest belongs in the section's text"
            )
            yield Problem(message, part)


def _one_whole(subject: Subject) -> Iterator[Problem]:
    for part, figure, data in _icon_arrays(subject):
        if len(data.groups) > 1 and sum(group.people for group in data.groups) == data.of:
            message = f'the groups of "{figure.title}" add up to {data.of}: parts of one group of people are no'
            yield Problem(f"{message} comparison. Give each group its own {data.of}", part)
    for part, cell in _counted_cells(subject):
        if len(cell.groups) > 1 and sum(group.people for group in cell.groups) == cell.of:
            message = f"the groups add up to {cell.of}: parts of one group of people are no"
            yield Problem(f"{message} comparison. Give each group its own {cell.of}", part)


def _no_meaning(subject: Subject) -> Iterator[Problem]:
    for part, figure, data in _icon_arrays(subject):
        if not data.means:
            message = (
                f'"{figure.title}" has no `means`: say in one line what it means for who reads it'
            )
            yield Problem(message, part)


def _alt_differs(subject: Subject) -> Iterator[Problem]:
    for part, figure in _figures(subject):
        unit = part.unit("alt")
        in_alt = numbers_in(figure.alt)
        missing = [value for value in _values(figure) if value not in in_alt]
        if unit is not None and missing:
            message = f"`alt` does not say {missing[0]:g}, which the figure shows: give the same"
            yield Problem(f"{message} numbers in both", unit)
        unit = part.unit("how_to_read")
        # "Each mark is one person" says how to read it, and not of how many.
        in_words = {number for number in numbers_in(figure.how_to_read) if number >= TEN}
        of = figure.data.of if isinstance(figure.data, IconArray) else None
        if unit is not None and of and in_words and of not in in_words:
            message = f"`how_to_read` does not say {of}, which the figure shows: give the same"
            yield Problem(f"{message} number in both", unit)


def _values(figure: Figure) -> list[float]:
    if isinstance(figure.data, IconArray):
        return [*(group.people for group in figure.data.groups), figure.data.of]
    return [bar.value for bar in figure.data.bars] if isinstance(figure.data, Bars) else []


def _sums(subject: Subject) -> Iterator[Problem]:
    for hit in _SUM.hits(subject):
        message = f'"{hit.words}" asks the reader to calculate: give the result'
        yield Problem(message, hit.unit, hit.offset)


def _ranges(subject: Subject) -> Iterator[Problem]:
    for hit in _RANGE.hits(subject):
        low, high = re.split(" ?[-–—] ?", hit.words, maxsplit=1)
        word = "a" if _is_spanish(subject) else "to"
        message = f'"{hit.words}": write "{low} {word} {high}"'
        yield Problem(message, hit.unit, hit.offset)


def _figures(subject: Subject) -> Iterator[tuple[Part, Figure]]:
    for part, section in subject.sections:
        if section.figure and part.audience == "patient":
            yield _figure(part), section.figure


def _icon_arrays(subject: Subject) -> Iterator[tuple[Part, Figure, IconArray]]:
    for part, figure in _figures(subject):
        if isinstance(figure.data, IconArray):
            yield part, figure, figure.data


def _counted_cells(subject: Subject) -> Iterator[tuple[Part, ComparedCell]]:
    """Those with numbers of people."""
    return ((part, cell) for part, cell in cells(subject) if cell.groups)


def _figure(section: Part) -> Part:
    return next((part for part in section.parts if part.kind == "figure"), section)


RULES: tuple[Rule, ...] = (
    Rule(
        "N301",
        "error",
        "No risk by comparison alone",
        "Twice a tiny risk is a tiny risk, but it sounds large.",
        "The spray makes you twice as likely to feel sleepy.",
        "With the spray, 21 of 100 people felt sleepy. With a dummy spray, 10 of 100 did.",
        _relative,
        "Left alone where the same text, or a figure beside it, has both numbers.",
        ("en",),
    ),
    Rule(
        "N302",
        "error",
        "One denominator in a module",
        "Most readers take 5 of 1,000 for more than 1 of 100.",
        "5 of 1,000 people fainted. 20 of 100 people had a headache.",
        "Fewer than 1 of 100 people fainted. 20 of 100 people had a headache.",
        _one_denominator,
        "Out of 10 (people), 100, 1,000 and so on.",
    ),
    Rule(
        "N303",
        "warning",
        'No "1 in N"',
        "Readers take 1 in 40 for more than 1 in 20.",
        "1 in 43 people fainted.",
        "About 2 of 100 people fainted.",
        _one_in_some,
        "Left alone: 1 in 10, in 100, in 1,000 and more; a time after it.",
        ("en", "es"),
    ),
    Rule(
        "N304",
        "warning",
        "People, not percents, decimals or fractions",
        "Whole people out of 100 are understood by more readers.",
        "About 23 percent of people feel sick.",
        "About 23 of 100 people feel sick. 77 do not.",
        _bare_share,
        "Shares of people only, not of alcohol in a gel; left alone where the same number is given out of 100.",
        ("en", "es"),
    ),
    Rule(
        "N305",
        "error",
        "A figure of people says which people, and in what time",
        "A number without its people and its time is about nobody.",
        "An icon-array without `who` or `over`",
        "who: Adults with depression; over: 4 weeks",
        _whom_and_when,
        "Icon arrays, cells with groups, and bars whose unit is people: `of 100`.",
    ),
    Rule(
        "N306",
        "error",
        "An icon array has a group to compare with",
        "Some people have headaches anyway: only the gap tells what a treatment adds.",
        "An icon-array with one group",
        "An icon-array with two groups, or the words: We have no group to compare with.",
        _compared,
    ),
    Rule(
        "N307",
        "error",
        "Groups that are compared are groups of their own",
        "Who did and who did not are the same people: side by side they look like a treatment and its comparison.",
        "Felt sleepy: 21 of 100; did not: 79 of 100",
        "Esketamine spray: 21 of 100; dummy spray: 10 of 100",
        _one_whole,
        "Icon arrays, and cells of a comparison; waive it where two groups of their own happen to add up.",
    ),
    Rule(
        "N308",
        "error",
        "A figure and its words say the same numbers",
        "Who hears the figure must not learn another number than who sees it.",
        "count: 24 in the figure, 23 of 100 in `alt`",
        "count: 23 in the figure, 23 of 100 in `alt`",
        _alt_differs,
        "Icon arrays and bars.",
        binding=True,
    ),
    Rule(
        "N311",
        "warning",
        "An icon array says what it means for the reader",
        "A number that nobody has put into words is read and forgotten.",
        "An icon-array without `means`",
        "means: More people feel sleepy with the spray, so plan a ride home.",
        _no_meaning,
    ),
    Rule(
        "N312",
        "warning",
        "A cell of a comparison is short",
        "A table is looked at, not read.",
        "A cell of 40 words",
        "Often within a day. It may fade in a week.",
        _long_cell,
    ),
    Rule(
        "N309",
        "warning",
        "No sums for the reader",
        "Many adults cannot do them, least of all when they are unwell.",
        "Divide your weight by ten.",
        "Take 2 tablets.",
        _sums,
        languages=("en",),
    ),
    Rule(
        "N310",
        "warning",
        'Ranges with "to"',
        "A hyphen is read out as minus, or not at all.",
        "Rest for 2-3 hours.",
        "Rest for 2 to 3 hours.",
        _ranges,
    ),
)
