"""An author who does what a finding says to the letter, and knows nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from edu_tui.library.finding import Finding


def obey(text: str, finding: Finding) -> list[str]:
    """The file after each of the things that the finding says to do; none where it leaves the words to the author."""
    made = []
    for pattern, act in _ADVICE:
        for match in pattern.finditer(finding.message):
            after = act(text, finding, match)
            if after is not None:
                made.append(after)
    return made


def mended(text: str, findings: Iterable[Finding]) -> str:
    """The file after one round: all that is said is done, from the end up, so that each place stays where it is."""
    for finding in sorted(findings, reverse=True):
        text = next(iter(obey(text, finding)), text)
    return text


def _at(text: str, finding: Finding) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: finding.line - 1]) + finding.column - 1


def _put(text: str, finding: Finding, old: str, new: str) -> str | None:
    """Those words at the place of the finding, or after it on its line, exchanged."""
    start = _at(text, finding)
    place = text.find(old, start, text.find("\n", start) + 1 or None)
    return None if place < 0 else text[:place] + new + text[place + len(old) :]


def _said(finding: Finding) -> str:
    """What the message is about, as it stands in the file."""
    match = re.search(
        r"(?:found |unknown key |has no |the id |no route |no rule |)`([^`]*)`", finding.message
    )
    found = re.search(r"found `([^`]*)`", finding.message)
    return (found or match)[1] if found or match else ""  # type: ignore[index]


def _meant(text: str, finding: Finding, match: re.Match[str]) -> str | None:
    return _put(text, finding, _said(finding), match[1])


def _quoted(text: str, finding: Finding, match: re.Match[str]) -> str | None:
    quoted = match[1]
    bare = quoted[1:-1].replace("''", "'")
    line = text.split("\n")[finding.line - 1]
    if quoted == "'...'":
        bare = line[finding.column - 1 :].rstrip()
        quoted = "'" + bare.replace("'", "''") + "'"
    if bare not in line:
        return None
    lines = text.split("\n")
    place = line.rindex(bare)
    lines[finding.line - 1] = line[:place] + quoted + line[place + len(bare) :]
    return "\n".join(lines)


def _without(text: str, finding: Finding, match: re.Match[str]) -> str | None:
    """The key of the finding deleted with its value, within brackets or on lines of its own."""
    key = re.match(r"`([\w-]+)` is empty", finding.message)
    if key is None:
        return None
    lines = text.split("\n")
    rows = [row for row in range(finding.line) if re.match(rf"\s*(?:- )?{key[1]}:", lines[row])]
    line = lines[finding.line - 1]
    inner = re.search(rf"(?<=[{{ ,]){key[1]}: *(?:'')?(?:\"\")?(?:, |(?=}}))", line)
    if inner and "{" in line:
        lines[finding.line - 1] = (line[: inner.start()] + line[inner.end() :]).replace(", }", "}")
    elif rows:
        dash = re.match(r"(\s*)- ", lines[rows[-1]])
        if dash:
            lines[rows[-1] + 1] = f"{dash[1]}- {lines[rows[-1] + 1].lstrip()}"
        del lines[rows[-1]]
    return "\n".join(lines)


def _entry(text: str, finding: Finding, match: re.Match[str]) -> str:
    """The entry of a list that begins at the finding deleted."""
    lines = text.split("\n")
    row = finding.line - 1
    indent = len(lines[row]) - len(lines[row].lstrip())
    end = row + 1
    while (
        end < len(lines)
        and lines[end].strip()
        and len(lines[end]) - len(lines[end].lstrip()) > indent
    ):
        end += 1
    return "\n".join(lines[:row] + lines[end:])


def _whole_key(text: str, finding: Finding, match: re.Match[str]) -> str:
    """A key of the file deleted with all that stands under it."""
    return re.sub(rf"(?m)^{match[1]}:.*\n(?:[ ].*\n?)*", "", text)


def _line_gone(text: str, finding: Finding, match: re.Match[str]) -> str:
    lines = text.split("\n")
    return "\n".join(lines[: finding.line - 1] + lines[finding.line :])


def _keep_order(text: str, finding: Finding, match: re.Match[str]) -> str:
    return re.sub(r"(?m)^ +keep_order: true\n", "", text)


def _not_about(text: str, finding: Finding, match: re.Match[str]) -> str:
    return re.sub(r"(?m)^(not_about: \[.*)\]$", rf"\1, {match[1]}]", text)


def _about(text: str, finding: Finding, match: re.Match[str]) -> str:
    return re.sub(rf"(?m)^(not_about: \[.*?)\b{match[1]}, ", r"\1", text)


def _minutes(text: str, finding: Finding, match: re.Match[str]) -> str | None:
    return _put(text, finding, str(-int(match[1])), match[1])


def _instead(text: str, finding: Finding, match: re.Match[str]) -> str | None:
    return _put(text, finding, match[1], match[2])


def _form(text: str, finding: Finding, match: re.Match[str]) -> str:
    start = _at(text, finding)
    end = text.index("\n", start)
    return text[:start] + match[1] + text[end:]


def _small(text: str, finding: Finding, match: re.Match[str]) -> str | None:
    return _put(text, finding, match[1], match[1].lower())


_ADVICE: tuple[tuple[re.Pattern[str], Callable[[str, Finding, re.Match[str]], str | None]], ...] = (
    (re.compile(r"did you mean `([^`]+)`\?"), _meant),
    (re.compile(r"such as `([^`]+)`\)"), _meant),
    (re.compile(r"an id stands without @; write (\[.*\])"), _form),
    (re.compile(r"quote (?:it|the whole text): ('(?:[^']|'')*')"), _quoted),
    (re.compile(r"put the text in quotes: ('(?:[^']|'')*')"), _quoted),
    (re.compile(r"or delete the key"), _without),
    (re.compile(r"delete this waiver"), _entry),
    (re.compile(r"delete `(waive)`"), _whole_key),
    (re.compile(r"delete `---`"), _line_gone),
    (re.compile(r"`keep_order` .* leave it out"), _keep_order),
    (re.compile(r"`not_about: \[(\w+)\]`"), _not_about),
    (re.compile(r"`not_about` has `(\w+)`, .*: delete it there"), _about),
    (re.compile(r"(?:first on line \d+\)); keep one"), _entry),
    (re.compile(r"but the phase is `\w+`: write (-?\d+)"), _minutes),
    (re.compile(r'^"([^"]+)".*: write "([^"]+)"'), _instead),
    (re.compile(r': write `(10\.[^`]+|https:[^`]+)`'), _form),
    (re.compile(r'^"([^"]+)": capitals .* use small letters'), _small),
)  # fmt: skip
