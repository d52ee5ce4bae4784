"""Where in its file each part of a module begins, for whoever tells an author of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.names import id_nodes
from edu_tui.library.source.nodes import Mapping, Sequence
from edu_tui.library.source.yaml_text import read_yaml
from edu_tui.model.version import question_unit, step_unit

if TYPE_CHECKING:
    from edu_tui.library.source.nodes import Node


def unit_lines(file: str, text: str) -> dict[str, int]:
    """The line of each section, route, step, question and bank item that has an id, by its unit name."""
    root = read_yaml(file, text).root
    lines = {name: _line(node) for name, node in id_nodes(_value(root, "sections"))}
    for route in _items(_value(_value(root, "walkthrough"), "routes")):
        names = [(name, node) for name, node in id_nodes(Sequence((route,), 0, 0, 0, flow=False))]
        for name, node in names[:1]:
            lines[name] = _line(node)
            for step, place in id_nodes(_value(route, "steps")):
                lines[step_unit(name, step)] = _line(place)
    for asked in ("questions", "assessment"):
        questions = id_nodes(_value(root, asked))
        lines |= {question_unit(name): _line(node) for name, node in questions}
    return lines


def _value(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, Mapping):
        return None
    return next((value for name, value in node.pairs if name.value == key), None)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _line(node: Node | None) -> int:
    return node.line if node is not None else 0
