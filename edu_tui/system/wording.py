"""The program's own words, in the reader's language.

English is the key and needs nothing loaded. Another language loads its catalogue when it is chosen;
what a catalogue lacks is said in English. Content is never translated here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LOCALES = Path(__file__).parents[1] / "locale"
_catalogue: NullTranslations | None = None
_language = "en"


def use(language: str) -> None:
    """Speak that language from now on; English where there is no catalogue for it."""
    global _catalogue, _language
    _catalogue, _language = None, language
    if language == "en":
        return
    import gettext

    _catalogue = gettext.translation("edu_tui", LOCALES, [language], fallback=True)


def say(words: str, plural: str = "", /, **values: object) -> str:
    """The words with the values in their places; the plural form where `n` asks for it."""
    if plural:
        count = int(str(values["n"]))
        if _catalogue is None:
            words = words if count == 1 else plural
        else:
            words = _catalogue.ngettext(words, plural, count)
    elif _catalogue is not None:
        words = _catalogue.gettext(words)
    return words.format(**values) if values else words


def language_name(code: str) -> str:
    """A language's own name for itself; its code where the name is not known."""
    names = {
        "en": "English",
        "es": "Español",
        "fr": "Français",
        "pt": "Português",
        "de": "Deutsch",
        "it": "Italiano",
        "zh": "中文",
        "vi": "Tiếng Việt",
    }
    return names.get(code, code)
