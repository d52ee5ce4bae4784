"""Taking it along: on paper, as a file, on a phone, as a code to go on with."""
