"""What reading stands on: SQLite with its full-text search, and the YAML parser in C or in Python."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import yaml

SQLITE = sqlite3.sqlite_version
YAML = yaml.__version__


def has_full_text_search() -> bool:
    """Whether this SQLite can make the index that is searched."""
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.execute("create virtual table t using fts5(a)")
        except sqlite3.OperationalError:
            return False
    return True


def has_fast_yaml() -> bool:
    """Whether YAML is parsed by libyaml."""
    return bool(yaml.__with_libyaml__)
