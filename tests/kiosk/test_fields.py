"""Each place has a field of its own: a PIN is never shown, and neither it nor a visitor's words change hands."""

from __future__ import annotations

import gc

import pytest

from tests.tui.reader import Reader, sitting

from .test_screen import waiting

CHORD = ("f12", "f12")
PIN = "2468"
FIELDS = {
    "find": ("1", "/"),
    "find, from the welcome": ("/",),
    "write": ("1", "1", "w"),
    "write, about nothing": ("w",),
    "my questions": ("y", "1"),
    "find, behind a hidden screen": ("1", "/", "f9"),
    "write, behind a hidden screen": ("w", "f9"),
    "write, behind they called my name": ("w", "f10"),
}


def typed(reader: Reader) -> str:
    assert reader.field
    return str(reader.field.value)


async def burst(reader: Reader, *keys: str) -> None:
    """Press keys so fast that the screen has not caught up with any of them."""
    for key in keys:
        reader._send(key)
    await reader._rest()


@pytest.mark.parametrize("words", ["", "why me"])
@pytest.mark.parametrize("place", FIELDS)
async def test_a_pin_is_the_staffs_alone(place: str, words: str) -> None:
    """Wherever the keys of staff are pressed: the PIN's field is empty and masked, the right PIN opens at
    once, and whoever goes back finds the words that were there and no digit among them.
    """
    *way, last = FIELDS[place]
    behind = (last,) if last in {"f9", "f10"} else ()
    async with waiting() as (reader, ended):
        await reader.press(*way, *(() if behind else (last,)))
        await reader.write(words)
        own = reader.field
        assert own
        await reader.press(*("left",) if words else (), *behind, *CHORD)
        assert "This is for staff" in reader.text
        assert reader.field
        assert reader.field is not own
        assert (typed(reader), reader.field.password) == ("", True)
        await reader.write(PIN[:2])
        assert PIN[:2] not in reader.text
        assert (words or "why me") not in reader.text
        await reader.press("escape", *(("escape",) if "f10" in behind else ()))
        assert reader.field
        assert (typed(reader), reader.field.password) == (words, False)
        await reader.write(" now")
        assert typed(reader) == f"{words} now"
        assert PIN[0] not in typed(reader)
        await reader.press(*CHORD)
        assert typed(reader) == ""
        await reader.press(*PIN, "enter")
        assert ended == ["staff"]


async def test_keys_pressed_at_once_go_where_they_were_meant() -> None:
    """Words, the keys of staff and the PIN in one burst: the words are the visitor's, the PIN opens."""
    async with waiting() as (reader, ended):
        await reader.press("w")
        await burst(reader, *"why", *CHORD, *PIN[:2])
        assert (typed(reader), "2468"[:2] in reader.text) == (PIN[:2], False)
        await burst(reader, "escape")
        assert typed(reader) == "why"
        await burst(reader, *CHORD, *PIN, "enter")
        assert ended == ["staff"]


async def test_enter_before_the_keys_of_staff_tries_no_pin() -> None:
    """An Enter that was pressed in a visitor's field chooses nothing on the page for staff."""
    async with waiting() as (reader, _):
        await reader.press("w", "a")
        await burst(reader, "enter", *CHORD)
        assert "This is for staff" in reader.text
        assert "No." not in reader.text


async def test_a_pin_half_typed_waits_for_nobody() -> None:
    """Hidden, or with the keys of staff once more, what was typed of a PIN is gone."""
    async with waiting() as (reader, ended):
        for between in (("f9", "x"), CHORD, ("f10", "escape")):
            await reader.press("w", *CHORD, *PIN[:3], *between)
            assert (typed(reader), ended) == ("", [])
            await reader.press("8", "enter")
            assert "No." in reader.text
            await reader.press("escape", "escape")


async def test_a_pin_is_gone_from_memory_when_its_page_is_left() -> None:
    """Neither the field, nor the page, nor anything else that is kept holds what was typed."""
    secret = "72913-key"
    async with waiting() as (reader, _):
        await reader.press("w", *CHORD, *secret)
        assert kept_with(secret)
        await reader.press("escape", "a")
        gc.collect()
        assert not kept_with(secret)


def kept_with(text: str) -> list[str]:
    """What is kept anywhere and has those words in it."""
    found: list[object] = []
    for one in gc.get_objects():
        if isinstance(one, dict):
            found += one.values()
        elif isinstance(one, list | tuple):
            found += one
    return [one for one in found if isinstance(one, str) and text in one]


async def test_at_home_each_place_has_a_field_of_its_own() -> None:
    """Find, a question, a day: nothing of one is in the next, however fast it is opened."""
    async with sitting() as reader:
        seen = []
        for way in (("/", ""), ("w", ""), ("k", "My next appointment")):
            await reader.press(way[0])
            if way[1]:
                await reader.choose(way[1])
            assert typed(reader) == "", way
            seen.append(reader.field)
            await reader.write("abc")
            await reader.press("escape", "/")
            assert (typed(reader), reader.field in seen) == ("", False), way
            seen.append(reader.field)
            await reader.press("escape", "h")
        assert len(set(map(id, seen))) == len(seen)
