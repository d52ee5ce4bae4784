"""Reading a picture's SVG: a small part of the format, within limits, and a refusal of everything else.

It is safe because it knows only what it draws: no script, link, style, text, entity or embedded picture
has a meaning here, so each is refused where it stands. What is shown on paper is written anew from what
was understood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast
from xml.parsers import expat

from edu_tui.library.pictures.path import NUMBER, circle, polylines
from edu_tui.library.pictures.shape import FARTHEST, SIDE, Painted, Pen, PictureError, Polyline

if TYPE_CHECKING:
    from edu_tui.library.pictures.shape import Paint

MOST_BYTES = 8 * 1024
MOST_ELEMENTS = 100
MOST_POINTS = 2000
"""Where straight pieces meet, eight for a curve: more take the time of a whole library."""
DEEPEST = 4
"""Groups in one another."""
_NUMBER = re.compile(NUMBER, re.A)
_PAINTS = ("none", "#000", "#fff")
_PEN: dict[str, tuple[str, ...]] = {
    "fill": _PAINTS,
    "stroke": _PAINTS,
    "stroke-width": (),
    "stroke-linejoin": ("miter", "round", "bevel"),
    "stroke-linecap": ("butt", "round", "square"),
}
_SHAPES: dict[str, tuple[str, ...]] = {
    "path": ("d",),
    "circle": ("cx", "cy", "r"),
    "rect": ("x", "y", "width", "height"),
    "line": ("x1", "y1", "x2", "y2"),
}
_ROOT = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {SIDE} {SIDE}"}
_NAMES = ("title", "desc")
"""For who opens the file in a drawing program; what a reader is told is the picture's `alt`."""


class Svg(NamedTuple):
    """What was understood of a file."""

    shapes: tuple[Painted, ...]
    markup: str
    """The same as elements to stand in an `svg`."""


_INSTEAD = {
    "transform": "what it moves would stay where it is: give the points their own place",
    "style": "write its `fill` and `stroke` as attributes",
    "class": "write its `fill` and `stroke` as attributes",
}
"""What to do about what a drawing program writes and the look depends on."""


def read_svg(data: bytes) -> Svg:
    """The shapes of a file; raises PictureError with the place of the first thing that is not drawn."""
    if data and not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise PictureError("this is not an SVG, whatever its name says; save it as plain SVG")
    if len(data) > MOST_BYTES:
        raise PictureError(
            f"the file is larger than {MOST_BYTES // 1024} KB; draw it with fewer points"
        )
    return _Reader().read(data)


class _Reader:
    """One file being read."""

    def __init__(self) -> None:
        self._shapes: list[Painted] = []
        self._markup: list[str] = []
        self._open: list[str] = []
        self._pens: list[dict[str, str]] = [{}]
        self._elements = 0
        self._points = 0
        self._place = 1, 1
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse("a DOCTYPE")
        parser.ProcessingInstructionHandler = lambda *_: self._refuse("a processing instruction")

    def read(self, data: bytes) -> Svg:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place alone
        except expat.ExpatError as error:
            message = f"this is not SVG that is whole: {expat.ErrorString(error.code)}"
            raise PictureError(message, error.lineno, error.offset + 1) from error
        except PictureError as error:
            raise PictureError(str(error), *self._place) from error
        if not self._shapes:
            raise PictureError("there is nothing in this picture")
        return Svg(tuple(self._shapes), "".join(self._markup))

    def _note(self) -> None:
        """Where the parser is: it moves on when something is raised."""
        self._place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _refuse(self, what: str) -> None:
        self._note()
        raise PictureError(f"{what} has no place in a picture; delete it")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._note()
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise PictureError(f"more than {MOST_ELEMENTS} elements; draw it with fewer")
        within = self._open[-1] if self._open else ""
        self._open.append(name)
        if not within:
            self._root(name, attributes)
        elif within not in {"svg", "g"}:
            raise PictureError(f"<{name}> within <{within}>; only <svg> and <g> hold others")
        elif name == "g":
            if self._open.count("g") > DEEPEST:
                raise PictureError(f"more than {DEEPEST} groups in one another")
            self._pens.append(self._pen(name, attributes))
        elif name in _SHAPES:
            self._shape(name, attributes)
        elif name not in _NAMES:
            known = ", ".join(("g", *_SHAPES, *_NAMES))
            raise PictureError(f"<{name}> is not drawn; a picture has only {known}")
        elif attributes:
            raise PictureError(f"`{next(iter(attributes))}` has no meaning on <{name}>; delete it")

    def _end(self, name: str) -> None:
        self._open.pop()
        if name == "g":
            self._pens.pop()

    def _text(self, text: str) -> None:
        self._note()
        if text.strip() and self._open[-1] not in _NAMES:
            raise PictureError("text is not drawn; say it in the picture's `caption`")

    @staticmethod
    def _root(name: str, attributes: dict[str, str]) -> None:
        if name != "svg":
            raise PictureError(f"a picture begins with <svg>, not with <{name}>")
        for key, value in attributes.items():
            if _ROOT.get(key) != value:
                raise PictureError(f'`{key}="{value[:40]}"` on <svg>: it has {_root_words()}')
        for key in _ROOT:
            if key not in attributes:
                raise PictureError(f"`{key}` is missing on <svg>: it has {_root_words()}")

    def _pen(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """How things are painted from here on, after it is known that each attribute is one."""
        pen = dict(self._pens[-1])
        for key, value in attributes.items():
            if key not in _PEN:
                if key not in _SHAPES.get(name, ()):
                    raise PictureError(
                        f"`{key}` has no meaning on <{name}>; {_INSTEAD.get(key, 'delete it')}"
                    )
                continue
            allowed = _PEN[key]
            if allowed and value not in allowed:
                raise PictureError(f"`{key}` is one of {', '.join(allowed)}, not `{value[:40]}`")
            if not allowed:
                _number(key, value, low=0)
            pen[key] = value
        return pen

    def _shape(self, name: str, attributes: dict[str, str]) -> None:
        pen = self._pen(name, attributes)
        lines = self._lines(name, attributes)
        written = {key: attributes[key] for key in _SHAPES[name] if key in attributes} | pen
        inner = " ".join(f'{key}="{value}"' for key, value in written.items())
        self._markup.append(f"<{name} {inner}/>")
        self._points += sum(len(line.points) for line in lines)
        if self._points > MOST_POINTS:
            raise PictureError("too many points; draw it with fewer")
        self._shapes.append(Painted(lines, _pen_of(pen)))

    @staticmethod
    def _lines(name: str, attributes: dict[str, str]) -> tuple[Polyline, ...]:
        if name == "path":
            return polylines(attributes.get("d", ""))
        values = [_number(key, attributes.get(key, "0")) for key in _SHAPES[name]]
        if name == "circle":
            x, y, radius = values
            return (circle(x, y, _positive("r", radius)),)
        if name == "line":
            x1, y1, x2, y2 = values
            return (Polyline(((x1, y1), (x2, y2)), closed=False),)
        x, y, width, height = values
        right, bottom = x + _positive("width", width), y + _positive("height", height)
        return (Polyline(((x, y), (right, y), (right, bottom), (x, bottom)), closed=True),)


def _root_words() -> str:
    return " and ".join(f'{key}="{value}"' for key, value in _ROOT.items()) + ", nothing else"


def _number(key: str, value: str, low: float = -FARTHEST) -> float:
    if not _NUMBER.fullmatch(value) or not low <= float(value) <= FARTHEST:
        raise PictureError(f"`{key}` is a number from {low:g} to {FARTHEST}, not `{value[:40]}`")
    return float(value)


def _positive(key: str, value: float) -> float:
    if value <= 0:
        raise PictureError(f"`{key}` has to be more than 0")
    return value


def _pen_of(pen: dict[str, str]) -> Pen:
    plain = Pen()
    return Pen(
        cast("Paint", pen.get("fill", plain.fill)),
        cast("Paint", pen.get("stroke", plain.stroke)),
        float(pen.get("stroke-width", plain.width)),
        pen.get("stroke-linejoin", plain.join),
        pen.get("stroke-linecap", plain.cap),
    )
