"""SETTINGS: what a reader or a clinic wants, from files, variables and flags. Nothing is ever written.

- `table`: every setting once; all else here, the example and docs/settings.md are made from it
- `settle`: the layers laid over one another: default, system file, user file, environment, flag
- `file`: one TOML file as values, or as faults
- `explain`: what is wrong with a file, and on which line
- `value`: one value checked: of the right kind, or a sentence that says what it should be
- `pages`: settings as a person reads them: as they are now, as an example, as a page of docs
"""
