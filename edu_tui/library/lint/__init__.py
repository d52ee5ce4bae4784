"""JUDGING content: one rule a function, one row a rule.

`library` refuses what cannot be read; here is judged what can be read but should not be given to a
patient as it is. `edu-tui check` hands `judge.Rules()` to `library.check`; nothing else loads this.

- `rules`: the one table, `RULES`, and how to add a family
- `rule`: what a row has (`Rule`), what a rule finds (`Problem`)
- `subject`: what a rule sees: the module and its records, its parts, its texts, glossary, sources
- `unit`: a text (`Unit`) and what it belongs to (`Part`), mirroring the file
- `outline`: the table of keys that hold words, and the walk over a file
- `script`: many texts as one run of plain words, with its words and sentences
- `phrases`: lists of words to look for, at nearly no cost where there are none
- `search`: regular expressions (`Pattern`), and `literals`, which says what lines can be left out
- `sentences`, `syllables`, `readability`: counting, and the published formulas
- `plain_words`: a text without its markup, and the way back to line and column
- `judge`: runs the rules, applies waivers, makes findings
- `reading` (R), `wording` (W) and so on: the rules, a family a file

Writing a rule
--------------
    def _exclaimed(subject: Subject) -> Iterator[Problem]:
        for offset in find_all(subject.script.text, "!"):
            unit, place = subject.script.at(offset)
            yield Problem("an exclamation mark: use a full stop", unit, place)

- `subject.script` is all that patients read, `subject.staff` what only staff read; hold staff only to
  rules that are about people, not about reading ease.
- `subject.passages` and `subject.sentences` are without titles and labels.
- `subject.sections`, `.steps`, `.questions` pair each `Part` with its record; `part.unit("why")` is a
  text of it, `part.parts` what is in it. A bank's items are among the questions, the part's `key` is
  `assessment`, and their texts are staff's.
- A problem's place is a unit and an offset into its `plain` words, or a part, or None for the module.
- Look at `subject.vocabulary` before searching (`Phrases` does): 1,000 modules are checked at once.
- The message says what is wrong and what to write, in one line without the id.
- A row needs a bad and a good example: a test feeds both to the rule. Then `python docs/tables.py`.
"""
