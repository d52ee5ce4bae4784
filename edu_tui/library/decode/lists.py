"""`lists.yaml`: lists that stand once in a language, for every section that draws them by their id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.module import Decoded, decode_text, read_waiver
from edu_tui.library.decode.names import unique
from edu_tui.model.module import PURPOSES, Module, SharedList

if TYPE_CHECKING:
    from edu_tui.library.decode.fields import Fields


def decode_lists(file: str, text: str) -> Decoded[Module]:
    """The lists of a file such as `en/lists.yaml`, as a module that has nothing else.

    So whoever judges words judges these, where they stand.
    """
    language = file.rpartition("/")[0].rpartition("/")[2]
    return decode_text(file, text, lambda fields: _lists(fields, language))


def _lists(fields: Fields, language: str) -> Module:
    rows = fields.records("lists", "list", lambda own: (_list(own), own), low=0)
    waivers = fields.records("waive", "waiver", read_waiver, needed=False)
    fields.finish()
    unique(fields, "id", "list", ((one.id, own.node_of("id")) for one, own in rows))
    shared = tuple(one for one, _ in rows)
    return Module("lists", language, "", "", 0, (), (), None, (), waivers, shared=shared)


def _list(fields: Fields) -> SharedList:
    one = SharedList(fields.id(), fields.choice("purpose", PURPOSES), fields.text("text"))
    fields.finish()
    return one
