"""PROVING IT: a certificate of what a learner passed, and whether it and the records still agree.

A certificate is made from records and from nothing else, and its code is worked out from them again
whenever somebody asks. It shows that paper and records agree and that neither was changed alone; it is
no proof against someone who rewrites both.
"""
