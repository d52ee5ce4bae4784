"""TELLING HOW IT STANDS: who has done what, who is due, what fails; from a device or from the central database.

- `source`: a device's file or the central database, asked by the same queries; whose records are meant
- `texts`: what the library says now
- `people`: what each learner has done, folded from records as the program itself folds them
- `progress`, `due`, `items`: the reports; `mistakes`: what was wrong about an answer
- `board`: all of them at one look; `words`: the same in words
- `export`: every record; `written`: reports as CSV and JSON; `tabular`: CSV that is no formula
"""
