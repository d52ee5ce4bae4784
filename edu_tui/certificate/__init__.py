"""PROVING IT: a certificate of what a learner passed, and whether it and the records still agree."""
