"""Small words: what a question is full of and no page is about, by language.

They do not count where a question has other words; a question of small words alone is looked for as it
stands. A library may add its own in `words.yaml`.
"""

from __future__ import annotations

_ENGLISH = """
a about after all also am an and any anyone anything are as at be because been before being but by can
could did do does doing done down during else ever every everyone for from get gets getting go goes going
gonna got had has have having he her here hers hey hi him his how i if in into is it its just kind let
like lot lots many may maybe me might mine more most much must my myself need needs no nor not of ok okay
on only or other our out over own people person please pls plz really shall she should so some someone
something still such supposed than that the their them then there these they thing things this those to
too u up ur us very wanna want wants was we were what when where which while who whom whose why will with
would you your yours yourself able actually again allowed always cannot happen happened happens happening
know less make makes making normal off one quite same since than through til till under until without
"""
_SPANISH = """
a al algo alguien ante antes aqui asi aun aunque cada como con cual cuales cuando cuanto cuantos de del
desde despues donde durante e el ella ellas ellos en entre era es esa ese eso esta estan estar este esto
estos estoy fue ha hace hacer hasta hay he la las le les lo los mas me mi mis mucho muy nada ni no nos o
otra otro para pero poder poco por porque puede puedo pues que quien se sea ser si sin sobre son su sus
tambien te tener tengo ti tiene todo tu tus u un una uno unos usted va voy y ya yo
"""
_CONTRACTIONS = """
ain aren can couldn didn doesn don hadn hasn haven isn mustn shouldn wasn weren won wouldn
"""
_WITHOUT_SIGN = (
    "im ive youre youve theyre theyve weve whats thats hows wheres whens whos theres lets"
)

SMALL: dict[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split() + _WITHOUT_SIGN.split()),
    "es": frozenset(_SPANISH.split()),
}
_ENDS = frozenset({"s", "m", "re", "ve", "ll", "d"})
_NOT = {f"{verb}t": verb for verb in _CONTRACTIONS.split()}
_WHOLE = {"ca": "can", "can": "can", "won": "will", "shan": "shall", "ain": "is"}


def not_of(words: tuple[str, ...], language: str) -> tuple[tuple[str, ...], ...]:
    """What `dont`, `don't` and the like may stand as in a text; nothing for other words."""
    joined = "".join(words)
    if language.partition("-")[0] != "en" or joined not in _NOT:
        return ()
    verb = _NOT[joined]
    full = _WHOLE.get(verb) or verb.removesuffix("n")
    forms = ((verb, "t"), (full, "not"))
    return (*forms, ("cannot",)) if full == "can" else forms


def is_small(words: tuple[str, ...], language: str, own: frozenset[str]) -> bool:
    """Whether what was typed between two blanks does not count: `can`, `what's`, `dont`."""
    spoken = language.partition("-")[0]
    small = SMALL.get(spoken, frozenset()) | own
    if len(words) == 1:
        return words[0] in small or bool(not_of(words, language))
    ends = len(words) == 2 and spoken == "en" and words[0] in small and words[1] in _ENDS
    return ends or bool(not_of(words, language))
