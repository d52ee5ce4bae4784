"""LAYING IT OUT: texts, figures and rows as lines of words, each run with a named tone, at a width.

- `line`: runs of words and their tones; how wide they are
- `look`: what a terminal can show: colours, characters
- `wrap`: words into lines
- `part`: what a page is made of, and how each part becomes lines
- `text`: an author's text into parts
- `figure`: pictures in characters, and the same in words
- `section`, `step`, `source`, `crisis`: content as parts; `ask`: one of my questions in words
- `review`, `day`: who signed it, and when, in words
- `paper`, `paper_questions`: a whole module as parts, to be read from the first line to the last
- `paginate`: lines into pages that fit

A front end gives a `Room` and gets lines; it adds its colours and nothing else.
"""
