"""WHAT content is: frozen records of a library, its modules, questions and figures. No I/O, no YAML, no screen."""
