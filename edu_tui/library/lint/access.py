"""A: every screen, every voice.

Text is heard, enlarged, printed and shown in sixteen colors or none; what works only for the eye,
or only on one screen, is said in another way. `signs` has the rules about single characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern
from edu_tui.model.figure import Bars, IconArray

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject

_COLOUR = r"(?:red|green|blue|yellow|orange|purple|gr[ae]y|black|white|colou?red|shaded|bold|bolded|highlighted|underlined|italic|flashing|blinking)"
_SHOWN = r"(?:box|boxes|text|words?|letters|items?|bars?|icons?|figures|column|columns|heading|headings|print|type|sentences?|section|marks on the screen)"
_LOOKS = Pattern(
    rf"\b(?:the|in|these|those|all) {_COLOUR} {_SHOWN}\b|\bin (?:bold|italics?)\b"
    r"|\b(?:shown|marked|written|printed|listed|highlighted|highlights|appears?) in (?:red|green|blue|yellow|orange|bold|colou?r|grey|gray)\b"
    r"|\b(?:is|are) (?:highlighted|underlined)\b"
)
_THING = r"(?:picture|figure|list|lists|table|box|chart|section|text|questions?|steps|words|link|button|paragraph|instructions)"
_PLACE = Pattern(
    rf"\bsee (?:the )?(?:{_THING} )?(?:above|below)\b|\b(?:listed|shown|described|mentioned|given|explained) (?:above|below)\b"
    rf"|\bthe {_THING} (?:above|below|on the (?:left|right))\b|\bthe (?:above|below) {_THING}\b"
    r"|\b(?:left|right|top|bottom)(?:-hand)?(?: side| corner)? of (?:the|this|your) (?:screen|page|window)\b"
    rf"|\bclick (?:here|on|the {_THING})\b|\b(?:tap|press) (?:here|on the (?:screen|link|button))\b|\bscroll (?:down|up)\b"
)
_TIMER = Pattern(
    r"\b(?:this|the) (?:screen|page|question|program|session window) will (?:close|disappear|move on|change|go away|time out|end by itself)\b"
    r"|\byou have (?:only )?\w+ (?:seconds|minutes?) (?:to|for) (?:answer|read|choose|decide|finish|each|this)\b"
    r"|\b(?:before|when|until) the tim(?:e|er) runs out\b|\btime is running out\b"
    r"|\bmoves? on (?:by itself|automatically)\b|\bcloses? (?:by itself|automatically)\b"
)
_ADDRESS = Pattern(
    r"\b(?:www\.\S+|[\w.+-]+@[\w-]+\.\w+|[a-z][\w-]*(?:\.[a-z][\w-]*)*\.(?:com|org|gov|net|edu|info)\b(?:/\S*)?)"
)
_STUB = re.compile(
    r"^(?:an? |the |this )?(?:picture|image|figure|chart|graph|drawing|icon array|bar chart|diagram)"
    r" (?:of|showing|that shows|shows|with)\b",
    re.I,
)


def _by_looks(subject: Subject) -> Iterator[Problem]:
    for hit in _LOOKS.hits(subject):
        message = f'"{hit.words}": not everyone sees it, or hears it; say the words themselves'
        yield Problem(message, hit.unit, hit.offset)


def _by_place(subject: Subject) -> Iterator[Problem]:
    for hit in _PLACE.hits(subject):
        message = f'"{hit.words}": pages differ in size and voice; name the part'
        yield Problem(message, hit.unit, hit.offset)


def _figure_words(subject: Subject) -> Iterator[Problem]:
    for section, record in subject.sections:
        figure = record.figure
        part = next((part for part in section.parts if part.kind == "figure"), None)
        if figure is None or part is None or part.audience == "staff":
            continue
        if isinstance(figure.data, IconArray | Bars) and not figure.how_to_read:
            yield Problem("no `how_to_read`: say in a sentence what a mark or a bar is", part)
        alt = part.unit("alt")
        if alt and (_STUB.search(alt.plain) or alt.plain.strip(" .") == figure.title.strip(" .")):
            message = "`alt` names the figure: say its facts instead, in a sentence"
            yield Problem(message, alt)


def _timers(subject: Subject) -> Iterator[Problem]:
    for hit in _TIMER.hits(subject):
        message = f'"{hit.words}": content may not hurry the reader; leave it out'
        yield Problem(message, hit.unit, hit.offset)


def _addresses(subject: Subject) -> Iterator[Problem]:
    for hit in _ADDRESS.hits(subject):
        message = f'"{hit.words}" cannot be opened here: put it in sources.yaml, or name the place'
        yield Problem(message, hit.unit, hit.offset)


RULES: tuple[Rule, ...] = (
    Rule(
        "A701",
        "error",
        "No meaning by color or style",
        "Some readers do not see colors, and many hear the text.",
        "Read the red box first.",
        'Read "When to call" first.',
        _by_looks,
        "Colors of things outside the text are left alone.",
        ("en",),
    ),
    Rule(
        "A702",
        "warning",
        "No pointing by place on a page",
        "Above and below change with the size of the screen, and mean nothing to the ear.",
        "See the list below.",
        'See "When to call the clinic".',
        _by_place,
        languages=("en",),
    ),
    Rule(
        "A703",
        "warning",
        "A figure says how to read it, and its words give its facts",
        "Many readers have never learned to read a chart, and some cannot see it.",
        "alt: A picture of people",
        "alt: Of 100 people, 21 felt sleepy and 79 did not.",
        _figure_words,
        "`how_to_read` for icon arrays and bars.",
    ),
    Rule(
        "A711",
        "error",
        "No hurry",
        "Whoever reads slowly, or with a helper, needs as long as it takes.",
        "You have 30 seconds to answer.",
        "Take your time.",
        _timers,
        languages=("en",),
    ),
    Rule(
        "A712",
        "warning",
        "No addresses of web pages",
        "They cannot be opened here, and are long to hear and hard to type.",
        "Go to www.example.org for more.",
        "Ask us for more.",
        _addresses,
    ),
)
