"""What a bibliography in CSL may hold: kinds of sources, keys, and what a date, a DOI and an address look like.

The lists are those of CSL 1.0.2, and what reference managers write beside it.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES = _words(
    """\
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance
periodical personal_communication post post-weblog regulation report review review-book software song speech
standard thesis treaty webpage"""
)
PASSED_OVER = _words(
    """\
abstract annote archive archive-place archive_collection archive_location authority available-date
call-number categories chair chapter-number citation-key citation-label citation-number collection-editor
collection-number collection-title compiler composer container container-author container-title-short
contributor curator custom dimensions director division edition editor editor-translator editorial-director
event event-date event-place event-title executive-producer first-reference-note-number genre guest host
illustrator interviewer ISAN ISBN ISCI ISMN ISRC ISSN issue ISWC journalAbbreviation jurisdiction keyword
language license locator medium narrator number number-of-pages number-of-volumes organizer original-author
original-date original-publisher original-publisher-place original-title page page-first part part-number
part-title performer PMCID PMID printing producer publisher publisher-place recipient references
reviewed-author reviewed-genre reviewed-title scale script-writer section series-creator shortTitle source
status submitted supplement supplement-number title-short translated-title translated-title-short translator
version volume volume-title year-suffix"""
)
"""Keys that are not shown."""
OF_A_NAME = _words(
    """\
family given literal suffix dropping-particle non-dropping-particle comma-suffix static-ordering
parse-names"""
)
OF_A_DATE = _words("date-parts season circa literal raw edtf year month day")
CHECKED = ("in full", "excerpt", "second-hand", "not yet")
"""How far the author read it."""
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", re.A)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.A)
_URL = re.compile(r"https?://[^\s/.]+(?:\.[^\s/.]+)*(?::\d+)?(?:[/?#]\S*)?")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def is_date(text: str) -> bool:
    """Whether it is a year, a month or a day that there is; the year is shown, and what else stood there lost."""
    from datetime import date

    parts = _DATE.fullmatch(text)
    try:
        return bool(parts and date(*(int(part or 1) for part in parts.groups())))
    except ValueError:
        return False


def doi_fault(text: str) -> str:
    """What is wrong with a DOI, and how it is written; empty where nothing is."""
    if _DOI.fullmatch(text):
        return ""
    within = _DOI.search(text)
    return "expected a DOI such as 10.1000/182" + (f": write `{within[0]}`" if within else "")


def url_fault(text: str) -> str:
    """What is wrong with an address of the web, and how it is written; empty where nothing is."""
    if _URL.fullmatch(text):
        return ""
    fault = "expected an address that begins with https://"
    return fault + (f": write `https://{text}`" if _HOST.fullmatch(text) else "")
