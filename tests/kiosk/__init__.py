"""The kiosk: its parts, and the whole of it in a real terminal against everything that leads out of one."""
