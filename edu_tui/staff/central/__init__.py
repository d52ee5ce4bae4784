"""THE CENTRAL DATABASE: one PostgreSQL that takes the records of many devices. The only place that imports psycopg.

- `address`: where it is; never with a password
- `database`: the database: its tables made, records put in, queries with `?` for each value
- `schema`: the tables there, made and brought up to date by the program
- `failure`: what went wrong, in one line, and whether trying again is of use
"""
