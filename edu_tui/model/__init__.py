"""WHAT content is: frozen records of a library, its modules, questions and figures. No I/O, no YAML, no screen.

- `library`: a library, its courses, its clinic's placeholders, its crisis lines
- `module`: a module, its sections, its walkthrough
- `question`: a question; its kinds, one file each, are in `kinds`
- `figure`: icon arrays, bars, timelines, flows
- `reference`: sources and glossary terms
- `review`: sign-offs; `signed`: the text that one is for
- `markup`: the small part of Markdown that texts are written in
"""
