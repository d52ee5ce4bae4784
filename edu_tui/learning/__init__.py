"""WHAT A LEARNER DOES: reads, walks through a session, answers, asks. Pure: time and chance come in as arguments.

- `profile`: who is using the program, as one frozen record of switches
- `event`: one thing that a reader did; what is known of a reader comes from these alone
- `history`: all that is known of a reader, folded from events
- `trace`: what is known of one module
- `standing`: how a module stands today, beside what its texts now say
- `spacing`: when a question is worth asking again
- `walk`: the place in a walkthrough route, by step and by phase
- `behaviour`: guess, check, assess, review: how a run treats its questions
- `quiz_run`: one run through some questions, from the first to its outcome
- `item`: one question inside a run: how it is shown, what was tried, its mark
- `answer`: what can be chosen, and what counts as right
- `reason`: the verdict on an answer, and the author's reasons behind it
- `outcome`: what a run came to: what is clear, what to talk about, the score
- `assessment`: what is drawn from a bank, one attempt at it, what it comes to
- `attempts`: what is known of a learner's assessments, and of the skills that somebody has seen
- `comprehension`: how a module of a staff course stands on a day: passed, until when, what is owed
- `renewal`: how long a pass is good, and when one is due
- `my_questions`: the reader's list of things to ask a person
- `minutes`: what to read when there are only a few
- `code_letters`: the letters of every code, as people type them
- `resume_code`: how far someone came, in 12 or 16 letters; and such letters understood again
- `plan`: which parts someone is to read, in which order, and a day
- `plan_code`: the same in 12 to 32 letters, and such letters understood again
- `codes`: a code of whatever kind
- `resumed`: what a code says, as things that happened, for the reader's own records
- `tally`: what one visit adds to a waiting room's counters
- `counted`: what of the counters may be told, so that nobody can be told from it
"""
