"""JUDGING content: one rule a function, one row a rule.

`library` refuses what cannot be read; here is judged what can be read but should not be given to a
patient as it is. `edu-tui check` hands `judge.Rules()` to `library.check`; nothing else loads this.

Writing a rule
--------------
    def _exclaimed(subject: Subject) -> Iterator[Problem]:
        for offset in find_all(subject.script.text, "!"):
            unit, place = subject.script.at(offset)
            yield Problem("an exclamation mark: use a full stop", unit, place)

- A problem's place is a unit and an offset into its `plain` words, or a part, or None for the module.
- Look at `subject.vocabulary` before searching (`Phrases` does): 1,000 modules are checked at once.
- The message says what is wrong and what to write, in one line without the id.
- A row needs a bad and a good example: a test feeds both to the rule. Then `python docs/tables.py`.
"""
