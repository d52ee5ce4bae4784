"""The commands of a kiosk: `edu-tui kiosk` and what it counted, `edu-tui stats`."""
