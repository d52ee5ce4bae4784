"""WHERE THE READER IS: the places of the program, what each shows and what each choice there does.

A front end asks a `Journey` for a `View`, shows it in its own way, and tells it what was chosen.
It adds nothing of its own, so the full screen and the plain mode are the same program.

- `action`: everything that a key, a word or a touch can ask for, once
- `view`: what a place shows: words and rows
- `visit`: what all places share: the library, what the reader did, their questions
- `known_texts`, `units`, `days`, `ready`, `going_on`: what modules say now, parts by name, days as people
  write them, what is ready to be asked again, where to go on
- `place`: what a place is, and how it moves to another
- `danger`: crisis help before all else where a reader types a word of danger
- `journey`: the stack of places
- the places: `home`, `module`, `reading`, `walking`, `asking`, `results`, `answers`, `asks`,
  `find`, `glossary`, `sources`, `guide` (help), `crisis`, `tongue` (language), `reviewing`, `kept`,
  `takeaway`, `code_to_go`, `my_plan`, `having_code`, `minutes`; in a waiting room `welcome` and `kiosk_aside`
"""
