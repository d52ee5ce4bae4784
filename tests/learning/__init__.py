"""Tests of `edu_tui.learning`."""
