"""SETTINGS: what a reader or a clinic wants, from files, variables and flags. Nothing is ever written."""
