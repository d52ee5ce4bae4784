"""A rule in words: for the command line, for other programs, for the page of all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint.rules import FAMILIES, RULES

if TYPE_CHECKING:
    from edu_tui.library.lint.rule import Rule

_LANGUAGES = {"en": "English", "es": "Spanish"}


def explain(rule: Rule) -> str:
    """What it asks for, why, a bad and a good example, and its limits."""
    lines = [
        f"{rule.id} ({rule.severity}): {rule.title}",
        "",
        rule.why,
        "",
        f"  not: {rule.bad}",
        f"  but: {rule.good}",
    ]
    if message := limits(rule):
        lines += ["", message]
    return "\n".join(lines) + "\n"


def limits(rule: Rule) -> str:
    """What it does not see, which languages it knows, whether it can be waived."""
    parts = [rule.limits] if rule.limits else []
    if rule.languages:
        parts.append(f"{' and '.join(_LANGUAGES[code] for code in rule.languages)} only.")
    if rule.binding:
        parts.append("Cannot be waived.")
    return " ".join(parts)


def summaries() -> tuple[tuple[str, str, str], ...]:
    """Id, title and reason of every rule."""
    return tuple((rule.id, rule.title, rule.why) for rule in RULES)


def page() -> str:
    """The page of all rules, in Markdown."""
    lines = [
        "# Rules for content",
        "",
        "Made from the table of rules by `python docs/tables.py`. `edu-tui check` holds every module",
        "to them; `edu-tui check --explain ID` says one of them in the terminal.",
        "",
        "An **error** or a **warning** has to be mended, or waived in the module, in writing:",
        "`waive: [{rule: R007, unit: ride-home, why: ..., by: ...}]`; `unit` is the id of a section,",
        "route, step or question, and may be left out. What is waived is printed with its reason.",
        "A module with an error cannot be signed. An **info** is only told. What is for staff is held",
        "to few of these rules.",
    ]
    for family in FAMILIES:
        lines += ["", f"## {(family.__doc__ or '').partition('.')[0]}"]
        for rule in family.RULES:
            lines += ["", f"### {rule.id} {rule.title}", f"*{rule.severity}.* {rule.why}"]
            lines += ["", f"- not: {_code(rule.bad)}", f"- but: {_code(rule.good)}"]
            if message := limits(rule):
                lines += ["", message]
    return "\n".join(lines) + "\n"


def _code(text: str) -> str:
    return f"`{text}`" if "`" not in text else f"`` {text} ``"
