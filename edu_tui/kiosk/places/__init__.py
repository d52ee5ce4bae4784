"""What a visitor of a kiosk sees besides the library: the welcome, the screen hidden, the way out."""
