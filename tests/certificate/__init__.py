"""Tests of `edu_tui/certificate`."""
