"""What is a picture: the small part of SVG that is drawn; all else is refused where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.library.pictures.raster import PIXELS, drawn
from edu_tui.library.pictures.shape import PictureError
from edu_tui.library.pictures.svg import MOST_BYTES, MOST_POINTS, read_svg

from .samples import CALL, CALL_DRAWN, NO_CAR, NO_CAR_DRAWN, PEN, svg

STEADY = settings(max_examples=300, deadline=None, derandomize=True, database=None)
RECT = '<rect x="8" y="8" width="32" height="32"/>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
BAD = {
    "script": (svg(f"<script>alert(1)</script>{RECT}"), "<script>"),
    "event": (svg('<rect x="1" y="1" width="9" height="9" onload="f()"/>'), "onload"),
    "image by http": (svg('<image href="http://127.0.0.1/a.png"/>'), "<image>"),
    "image by path": (svg('<image href="a.png"/>'), "<image>"),
    "image as data": (svg('<image href="data:image/png;base64,AA"/>'), "<image>"),
    "use": (svg('<use href="other.svg#a"/>'), "<use>"),
    "style": (svg("<style>@import 'http://127.0.0.1/a.css'</style>"), "<style>"),
    "style attribute": (svg('<circle r="9" style="fill:url(http://127.0.0.1)"/>'), "style"),
    "paint from elsewhere": (svg('<circle r="9" fill="url(#a)"/>'), "fill"),
    "other color": (svg('<circle r="9" fill="red"/>'), "fill"),
    "style sheet": (b'<?xml-stylesheet href="a.css"?>' + svg(RECT), "processing instruction"),
    "external entity": (
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<title>&a;</title>"),
        "DOCTYPE",
    ),
    "entity bomb": (
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("<title>&b;</title>"),
        "DOCTYPE",
    ),
    "entity that nobody declared": (svg("<title>&nbsp;</title>"), "whole"),
    "text": (svg('<text x="4" y="20">911</text>'), "<text>"),
    "loose text": (svg(f"911{RECT}"), "caption"),
    "transform": (svg('<rect width="9" height="9" transform="scale(9)"/>'), "transform"),
    "id": (svg('<rect id="a" width="9" height="9"/>'), "id"),
    "prefix": (svg('<rect xlink:href="a" width="9" height="9"/>'), "xlink:href"),
    "foreign element": (svg('<x:rect width="9" height="9"/>'), "<x:rect>"),
    "not SVG": (b"<html/>", "<html>"),
    "deep groups": (svg("<g>" * 5 + RECT + "</g>" * 5), "groups"),
    "many deep groups": (svg("<g>" * 500 + RECT + "</g>" * 500), "groups"),
    "many elements": (svg('<line x2="9"/>' * 101), "elements"),
    "many points": (svg(f'<path d="M0 0{"L1 1" * MOST_POINTS}"/>'), "points"),
    "many curves": (svg(f'<path d="M0 0{"c1 1 2 2 1 0" * 400}"/>'), "points"),
    "large": (svg(RECT + " " * MOST_BYTES), "8 KB"),
    "other viewBox": (svg(RECT).replace(b"0 0 48 48", b"0 0 1e9 1e9"), "viewBox"),
    "no viewBox": (svg(RECT).replace(b' viewBox="0 0 48 48"', b""), "viewBox"),
    "size": (svg(RECT).replace(b" viewBox", b' width="1000000" viewBox'), "width"),
    "nan": (svg('<circle cx="nan" r="9"/>'), "cx"),
    "infinity": (svg('<circle cx="inf" r="9"/>'), "cx"),
    "exponent": (svg('<circle cx="1e2" r="9"/>'), "cx"),
    "far away": (svg('<circle cx="481" r="9"/>'), "cx"),
    "far away in a path": (svg('<path d="M0 0h400h400"/>'), "480"),
    "exponent in a path": (svg('<path d="M0 0h1e2"/>'), "number"),
    "width that is no number": (
        svg('<circle r="9" stroke="#000" stroke-width="wide"/>'),
        "stroke-width",
    ),
    "width below zero": (svg('<circle r="9" stroke="#000" stroke-width="-4"/>'), "stroke-width"),
    "radius of nothing": (svg('<circle cx="9" cy="9"/>'), "more than 0"),
    "path without a beginning": (svg('<path d="L4 4"/>'), "begins with M"),
    "path of something else": (svg('<path d="M4 4 B 3"/>'), "number"),
    "path cut off": (svg('<path d="M4"/>'), "end"),
    "attribute twice": (svg('<circle r="9" r="8"/>'), "whole"),
    "cut off": (CALL[:100], "whole"),
    "empty": (b"", "whole"),
    "a PNG by another name": (b"\x89PNG\r\n\x1a\n" + bytes(20_000), "not an SVG"),
    "moved as a whole": (svg('<g transform="translate(4 4)"><circle r="9"/></g>'), "own place"),
    "painted by a style": (svg('<circle r="9" style="fill:red"/>'), "as attributes"),
    "nothing in it": (svg(""), "nothing"),
    "not UTF-8": (svg(RECT).replace(b"<rect", b"<title>\xff</title><rect"), "whole"),
    "shape within a shape": (svg('<circle r="9"><rect width="9" height="9"/></circle>'), "within"),
}


def halves(bits: str) -> str:
    """The pixels as half blocks."""
    rows = [int(bits[at : at + 6], 16) for at in range(0, len(bits), 6)]
    lines = (
        "".join(
            " ▀▄█"[(above >> place & 1) + 2 * (below >> place & 1)]
            for place in reversed(range(PIXELS))
        ).rstrip()
        for above, below in zip(rows[::2], rows[1::2], strict=True)
    )
    return "\n".join(lines)


@pytest.mark.parametrize(("data", "expected"), [(CALL, CALL_DRAWN), (NO_CAR, NO_CAR_DRAWN)])
def test_a_pictogram_is_drawn_to_the_pixel(data: bytes, expected: str) -> None:
    """Curves, strokes, square ends, holes in white: as they were looked at and agreed on."""
    assert halves(drawn(read_svg(data).shapes)) == expected


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_drawn_is_refused_and_named(name: str) -> None:
    """Nothing is left out in silence: the message has the name of what has no place."""
    data, named = BAD[name]
    with pytest.raises(PictureError, match=named):
        read_svg(data)


def test_a_refusal_says_where() -> None:
    """An editor can jump to the line."""
    with pytest.raises(PictureError) as error:
        read_svg(svg(f'\n{RECT}\n  <image href="a"/>'))
    assert (error.value.line, error.value.column) == (3, 3)


def test_titles_comments_and_the_first_line_of_xml_do_no_harm() -> None:
    """What drawing programs write for people is passed over, and is not shown."""
    data = b'<?xml version="1.0" encoding="UTF-8"?><!-- x -->' + svg(
        f"<title>A</title><desc>B</desc>{RECT}"
    )
    assert read_svg(data) == read_svg(svg(RECT))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<path d="M8 8H40V40H8z"/>', RECT),
        ('<path d="m8,8 32 0 0 32 -32 0"/>', RECT),
        ('<path d="M8 24A16 16 0 0 1 40 24A16 16 0 01 8 24z"/>', '<circle cx="24" cy="24" r="16"/>'),
        ('<path d="M8 24a16 16 0 1032 0a16 16 0 10-32 0"/>', '<circle cx="24" cy="24" r="16"/>'),
        ('<path d="M4 20Q12 4 20 20T36 20V44H4"/>', '<path d="M4 20Q12 4 20 20Q28 36 36 20V44H4"/>'),
        ('<path d="M4 20C8 4 16 4 20 20S32 36 36 20V44H4"/>', '<path d="M4 20C8 4 16 4 20 20C24 36 32 36 36 20V44H4"/>'),
        (f'<path {PEN} d="M10 24H38"/>', '<rect x="10" y="22" width="28" height="4"/>'),
        (f'<path {PEN} stroke-linecap="square" d="M10 24H38"/>', '<rect x="8" y="22" width="32" height="4"/>'),
        (f'<rect {PEN} x="8" y="8" width="32" height="32"/>', '<path d="M6 6h36v36H6zM10 10v28h28v-28"/>'),
        (f"<g {PEN}><g>{RECT}</g></g>", f'<rect {PEN} x="8" y="8" width="32" height="32"/>'),
    ],
)  # fmt: skip
def test_two_ways_to_write_a_thing_come_to_the_same(one: str, other: str) -> None:
    """Every command of a path is understood, strokes too."""
    assert drawn(read_svg(svg(one)).shapes) == drawn(read_svg(svg(other)).shapes)


NUMBERS = st.one_of(
    st.integers(-60, 60).map(str),
    st.floats(-60, 60).map(lambda value: f"{value:.2f}"),
    st.sampled_from(["480", "-480", "0", "-0", "1e3", "nan", "", ".5", "5."]),
)
PATHS = st.lists(
    st.tuples(st.sampled_from("MmLlHhVvCcSsQqTtAaZz"), st.lists(NUMBERS, max_size=7)), max_size=8
).map(lambda done: "M4 4" + "".join(letter + " ".join(values) for letter, values in done))
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        ["fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "x", "r"]
    ),
    st.one_of(
        NUMBERS, st.sampled_from(["none", "#000", "#fff", "round", "square", "bevel", "red"])
    ),
    max_size=4,
).map(lambda pairs: " ".join(f'{key}="{value}"' for key, value in pairs.items()))
ELEMENTS = st.lists(
    st.one_of(
        st.builds('<path {} d="{}"/>'.format, ATTRIBUTES, PATHS),
        st.builds('<circle cx="{}" cy="{}" r="{}"/>'.format, NUMBERS, NUMBERS, NUMBERS),
        st.builds("<g {}>{}</g>".format, ATTRIBUTES, st.just(RECT)),
    ),
    max_size=4,
).map("".join)


@STEADY
@given(st.one_of(ELEMENTS.map(svg), st.binary(max_size=200), st.text(max_size=80).map(svg)))
def test_anything_is_drawn_or_refused(data: bytes) -> None:
    """Nothing else is raised, and what was understood means the same when it is written anew."""
    try:
        read = read_svg(data)
    except PictureError:
        return
    assert len(bytes.fromhex(drawn(read.shapes))) * 8 == PIXELS * PIXELS
    assert read_svg(svg(read.markup)) == read
