"""WHAT A LEARNER DOES: reads, walks through a session, answers, asks. Pure: time and chance come in as arguments."""
