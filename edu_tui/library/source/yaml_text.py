"""YAML text to nodes with places; the only place that imports yaml.

The invariant: every scalar is the text as written, no key is there twice, nothing refers to
anything else (no aliases, no tags), and depth, number and length of nodes are bounded while they
are composed, not afterwards. Whatever breaks that is a finding with its place; nothing is raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from edu_tui.library.finding import quoted
from edu_tui.library.source.characters import (
    bad_characters,
    bad_in_value,
    odd_indents,
    with_plain_indents,
    without_bad,
)
from edu_tui.library.source.document import Document
from edu_tui.library.source.nodes import Lost, Mapping, Node, Scalar, Sequence
from edu_tui.library.source.yaml_errors import UnderstoodYaml, begins_with, explain
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from edu_tui.library.finding import Finding

MAX_DEPTH = 12
MAX_NODES = 50_000
MAX_SCALAR = 20_000
MAX_TRIES = 60
"""Times that a file is read again to find what stands around its errors."""


class _Stop(Exception):  # noqa: N818 - it ends the reading, the finding is already kept
    """Nothing more can be read of this file."""


class _Fault(Exception):  # noqa: N818 - a finding on its way
    """What is not YAML, and ends the reading there."""

    def __init__(self, line: int, column: int, code: str, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.finding = line, column, code, message


def read_yaml(file: str, text: str) -> Document:
    """The document in a file's text; its `root` is None when it could not be composed.

    Where something is not YAML, the rest is read as far as it can be told apart: see `lost`.
    """
    document = Document(file, text)
    for bad in [*bad_characters(text), *odd_indents(text)]:
        document.report_at(bad.offset, "bad-character", bad.message)
    if document.findings:
        document.text = with_plain_indents(without_bad(text))
    before = list(document.findings)
    try:
        document.root = _Composer(document, document.text).compose()
    except _Stop:
        document.root = None
    except _Fault as fault:
        _read_around(document, before, fault)
    return document


def _read_around(document: Document, before: list[Finding], fault: _Fault) -> None:
    """Tell of an error, leave it out, and read on to the next one."""
    # hardly any file has one
    from edu_tui.library.source.recovery import cuts

    text, tries, told, lost = document.text, MAX_TRIES, [fault], list[str]()
    gaps: frozenset[int] = frozenset()
    further = True
    while further:
        further = False
        for cut in cuts(text, told[-1].line):
            found = gaps if cut.gap is None else gaps | {cut.gap}
            document.findings[:] = before
            tries -= 1
            composer = _Recovering(document, cut.text, found)
            try:
                document.root = composer.compose()
            except _Stop:
                document.root = None
            except _Fault as another:
                if not tries:
                    break
                if another.line < cut.after or not composer.has_seen(cut.gap):
                    continue
                told.append(another)
                further = True
            else:
                if not composer.has_seen(cut.gap):
                    continue
            text, gaps = cut.text, found
            lost.append(cut.lost)
            break
    for each in told:
        document.report(*each.finding)
    document.lost = document.unread = "\n".join(lost)


def _parser(text: str) -> Any:
    """libyaml's, or the same in pure Python where libyaml is missing."""
    if yaml.__with_libyaml__:
        return yaml._yaml.CParser(text)
    return _PureParser(text)


class _PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own reader, scanner and parser, without its composer and resolvers."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


class _Composer:
    """Builds nodes from events, counting as it goes."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self._text = text
        self.last: Scalar | None = None
        """The last scalar seen, which a message about a syntax error may need."""
        self.opened: tuple[int, int] | None = None
        """Where the outermost bracket that is still open begins."""
        self._next = _parser(text).get_event
        self._nodes = 0
        self._depth = 0

    def compose(self) -> Node | None:
        """The one document's root; None for an empty file. Raises `_Fault` where it is not YAML."""
        try:
            return self._root()
        except yaml.MarkedYAMLError as error:
            read = UnderstoodYaml(self.document.text, self.last, self.opened)
            line, column, message = explain(read, error)
            raise _Fault(line, column, "bad-yaml", message) from None
        except yaml.YAMLError as error:
            raise _Fault(1, 1, "bad-yaml", str(error).partition("\n")[0]) from None

    def _root(self) -> Node | None:
        root: Node | None = None
        documents = 0
        while (event := self._next()) is not None:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a file holds one document; delete `---`"
                    raise _Fault(*_begin(event), "one-document", message)
                root = self._node(self._next())
        return root

    def _node(self, event: Any) -> Node:
        """Any node; almost all are plain texts, so those come first."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse(event, "too-large", f"more than {MAX_NODES} keys and values in one file")
            raise _Stop
        if isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None:
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            return self._alias(event)
        if event.anchor is not None:
            message = f"`&{event.anchor}` is an anchor to YAML; put the text in quotes"
            self._refuse(event, "anchor", message)
        if event.tag is not None:
            self._refuse_tag(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event) if event.value else self._lost(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event)
        return self._mapping(event)

    def _scalar(self, event: Any) -> Scalar | Lost:
        style = event.style or ""
        start, end = event.start_mark, event.end_mark.index
        scalar = Scalar(event.value, start.line + 1, start.column + 1, style, start.index, end)
        self.last = scalar
        if len(scalar.value) > MAX_SCALAR:
            message = f"a text of more than {MAX_SCALAR} characters; split it into sections"
            self._refuse(event, "too-large", message)
        if style == '"' or "\t" in scalar.value:
            for bad in bad_in_value(scalar.value):
                self.document.report_within(scalar, bad.offset, "bad-character", bad.message)
        return scalar

    def _enter(self, event: Any) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._refuse(event, "too-deep", f"nested more than {MAX_DEPTH} levels deep")
            raise _Stop
        if self.opened is None and event.flow_style:
            self.opened = _begin(event)

    def _leave(self, event: Any) -> None:
        self._depth -= 1
        if self.opened == _begin(event):
            self.opened = None

    def _sequence(self, event: Any) -> Sequence:
        self._enter(event)
        items: list[Node] = []
        while not isinstance(following := self._next(), SequenceEndEvent):
            items.append(self._node(following))
        self._leave(event)
        return Sequence(
            tuple(items), *_begin(event), event.start_mark.index, bool(event.flow_style)
        )

    def _mapping(self, event: Any) -> Mapping:
        self._enter(event)
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(following := self._next(), MappingEndEvent):
            key = self._node(following)
            value = self._node(self._next())
            if not isinstance(key, Scalar):
                sign = self.document.text[key.start]
                message = "a key is a single word, not a list or mapping"
                message += f"; {begins_with(sign)}" if sign in "[{" else ""
                self._refuse(following, "bad-key", message)
            elif key.value in pairs:
                first = pairs[key.value][0].line
                message = f"{quoted(key.value)} is here twice (first on line {first}); keep one"
                self._refuse(following, "duplicate-key", message)
            else:
                pairs[key.value] = (key, value)
        self._leave(event)
        flow = bool(event.flow_style)
        return Mapping(tuple(pairs.values()), *_begin(event), event.start_mark.index, flow)

    def _refuse_tag(self, event: Any) -> None:
        end: int = event.end_mark.index
        source = self.document.text[event.start_mark.index : end].partition("\n")[0]
        if source.startswith("!"):
            shown = f"put the text in quotes: '{source}'" if "'" not in source else 'use "..."'
            message = f"{quoted(source.split()[0])} is a tag to YAML; {shown}"
        else:
            message = "tags (`!...`) are not part of the format; delete it or quote the text"
        self._refuse(event, "tag", message)

    def _alias(self, event: Any) -> Lost:
        message = f"`*{event.anchor}` is an alias to YAML; put the text in quotes"
        self._refuse(event, "alias", message)
        return self._lost(event)

    def _lost(self, event: Any) -> Lost:
        return Lost(*_begin(event), event.start_mark.index)

    def _refuse(self, event: Any, code: str, message: str) -> None:
        self.document.report(*_begin(event), code, message)


class _Recovering(_Composer):
    """The same for a text in which something was left out."""

    def __init__(self, document: Document, text: str, gaps: frozenset[int]) -> None:
        super().__init__(document, text)
        self._gaps = gaps
        self._seen: set[int] = set()

    def has_seen(self, gap: int | None) -> bool:
        """Whether what is left out there was taken for one value, not for a part of another."""
        return gap is None or gap in self._seen

    @override
    def _scalar(self, event: Any) -> Scalar | Lost:
        start: int = event.start_mark.index
        span = slice(start, event.end_mark.index)
        self._seen.add(start)
        if start in self._gaps or self._text[span] != self.document.text[span]:
            return self._lost(event)
        return super()._scalar(event)


def _begin(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
