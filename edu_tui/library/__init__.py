"""READING content: YAML to a model or to findings; the index; search. The only place that imports yaml.

From a file to a module:

- `yaml_file`: bytes of an ordinary file within the folder; `characters`: what may stand in it
- `yaml_text`: YAML to `nodes` with places; `yaml_errors`: what to quote when it is not YAML
- `document`: one file being read; `finding`: what is wrong, where, and what to do
- `fields`, `names`, `prose`, `citations`: reading one mapping, key by key
- `decode` and `decode_*`: nodes to a model, or findings
- `decode_reviews`: the sign-offs; `sign_offs`: what they say of each module, kept in the index
- `check`: all files in one run, and what they refer to in each other

From a folder to the first screen:

- `open_library`: what the front ends use; `front`: `library.yaml`, glossaries and sources
- `contents`: what the outline shows; `rows`: what can be found
- `index`, `index_tables`: the cache of both; `refresh`: bringing it up to date; `search`: asking it
- `danger`: words of danger, those that ship in `danger_words`
"""
