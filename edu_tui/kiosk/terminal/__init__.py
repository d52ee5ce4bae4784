"""The terminal of a kiosk: entered once and wiped by the supervisor, keys in and words out for a visit."""
