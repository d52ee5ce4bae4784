"""The program on the screen, driven by keys and touches, judged by the characters that can be seen."""
