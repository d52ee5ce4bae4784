"""WHAT IS KEPT: what a reader did, as an append-only log on this reader's machine, and its way out again.

- `log`: append, read, forget; everything else here serves it
- `store`: one try to read or write the file, and what follows when it fails
- `file`: the file itself: who may read it, what may stand in its place, moving it aside
- `migrate`: from one version of the file to the next
- `rows`: events as rows
- `merge`: what another machine's log held
- `refusal`: what went wrong, in plain words
- `transfer`, `line`: JSON Lines out, and strictly checked in again
- `counters`: in a waiting room only how many did what on a day; never who, and never when
- `counting`: a keeper that keeps nothing of a visitor but the tally of the visit
- `pin`: a PIN, of which only a hash is kept
- `keeper`: between a visit and the log: what cannot be kept now is tried again, and reading goes on
"""
