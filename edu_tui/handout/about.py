"""What a paper says of itself, on each page: whose it is, whom to call, which text it is, and when it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.day import day_in_words
from edu_tui.layout.part import Blank, Gap, Heading, words
from edu_tui.layout.review import reviewer_words, together
from edu_tui.model.library import in_language
from edu_tui.model.version import version_of
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from edu_tui.handout.content import Takeaway
    from edu_tui.layout.part import Part

SHORT = 8
"""Signs of a version: enough to be read out on the phone."""


def title_of(takeaway: Takeaway) -> str:
    """What stands over all of it."""
    title = in_language(takeaway.library.title, takeaway.language)
    return say("{title}: to take with you", title=title)


def about_of(takeaway: Takeaway) -> str:
    """What it is about, in words: the whole course, or the titles of its modules."""
    if takeaway.is_whole_course:
        return say("the whole course")
    return ", ".join(module.title for module in takeaway.modules)


def phones_of(takeaway: Takeaway) -> list[str]:
    """The clinic's numbers, where its words hold any."""
    phone, after = numbers_of(takeaway.library.clinic)
    found = [say("Clinic: {phone}", phone=phone)] if phone else []
    return found + ([say("After hours: {phone}", phone=after)] if after else [])


def numbers_of(clinic: Mapping[str, str]) -> tuple[str, str]:
    """The clinic's phone by day and after hours; each empty until its words hold a number.

    Until a clinic writes its own, the library's words only stand in.
    """
    return _number(clinic.get("phone", "")), _number(clinic.get("after_hours", ""))


def _number(words: str) -> str:
    return words if any(sign.isdigit() for sign in words) else ""


def text_of(takeaway: Takeaway) -> Iterator[str]:
    """When it was made, which text it was made of, and whether anybody signed that; a sentence each."""
    yield say("Made on {day}.", day=day_in_words(takeaway.made_on.isoformat()))
    updated, version = takeaway.library.updated, version_in_short(takeaway)
    if updated and version:
        yield say("Text of {day}, version {name}.", day=day_in_words(updated), name=version)
    elif version:
        yield version_words(version)
    if takeaway.states:
        yield f"{together(takeaway.states) or _signed(takeaway)}."


def version_words(version: str) -> str:
    """Which text it is, in as many signs as can be read out on the phone."""
    return say("Version {name} of the text.", name=version[:SHORT])


def version_in_short(takeaway: Takeaway) -> str:
    """The version of its one module, or what stands for those of all; empty for a paper of none."""
    versions = takeaway.versions
    return (versions[0] if len(versions) == 1 else version_of(versions))[:SHORT] if versions else ""


def _signed(takeaway: Takeaway) -> str:
    """Who signed its one module; of several it is told at the end."""
    if len(takeaway.states) == 1:
        return reviewer_words(takeaway.states[0])
    return say("Reviewed by a clinician")


def left_out_parts(takeaway: Takeaway) -> Iterator[Part]:
    """What belongs on it and cannot be shown."""
    for title in takeaway.left_out.values():
        missing = say(
            "This part could not be printed: {title}. Ask your clinic for it.", title=title
        )
        yield from (Gap(), words(missing, "strong"))


def phone_line() -> Blank:
    """To write the clinic's number on."""
    return Blank(say("The phone of my clinic, day and night:"))


def help_parts(takeaway: Takeaway, crisis: Iterable[Part]) -> list[Part]:
    """What stands before all else: whom to follow, what is missing, and whom to call in a crisis."""
    follow = say("Your care team knows you. If they tell you something else, follow them.")
    parts: list[Part] = [words(follow), *left_out_parts(takeaway)]
    parts += [Gap(), Heading(say("Crisis help"), level=2), Gap(), *crisis]
    phones = phones_of(takeaway)
    return [*parts, Gap(), words(". ".join(phones), "strong") if phones else phone_line()]
