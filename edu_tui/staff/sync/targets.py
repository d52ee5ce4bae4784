"""Addresses as targets: a central database or a learning record store, by how the address begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.staff.central.address import is_address
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edu_tui.staff.sync.target import Target

WEB = ("https://", "http://")


def targets(urls: Iterable[str], home: str, environ: Mapping[str, str]) -> list[Target]:
    """Each once, in their order; raises UsageError for an address that cannot be used."""
    given = [url.strip() for url in urls]
    stores = [address for address in given if address.lower().startswith(WEB)]
    by_name: dict[str, Target] = {}
    for address in given:
        target = _target(address, home, environ, alone=len(set(stores)) == 1)
        by_name.setdefault(target.name, target)
    return list(by_name.values())


def _target(url: str, home: str, environ: Mapping[str, str], *, alone: bool) -> Target:
    # Only what is sent to is loaded: the way to the web takes as long as all the rest.
    if is_address(url):
        from edu_tui.staff.sync.central import CentralTarget

        return CentralTarget(url)
    if url.lower().startswith(WEB):
        from edu_tui.staff.sync.lrs import Lrs

        return Lrs(url, home, environ, alone=alone)
    raise UsageError(
        "records are sent to postgresql://USER@HOST/DATABASE or to https://..., a learning record "
        f"store; not to {url.rpartition('@')[2]}"
    )


def name_of(url: str) -> str:
    """The name under which a target with that address is kept; raises UsageError for one that cannot be."""
    target = _target(url.strip(), "", {}, alone=True)
    target.close()
    return target.name


def kinds_of(name: str) -> tuple[str, ...]:
    """Kinds of records that a target of that name gets."""
    if is_address(name):
        from edu_tui.staff.records.schema import SENT_KINDS

        return SENT_KINDS
    from edu_tui.staff.sync.xapi import KINDS

    return KINDS
