"""Tests of `edu_tui/staff/report`."""
