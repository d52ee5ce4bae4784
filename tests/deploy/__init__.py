"""The files of deploy/, looked at by the very programs that read them on a kiosk."""
