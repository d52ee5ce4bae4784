"""READING content: YAML to a model or to findings; the index; search. The only place that imports yaml."""
