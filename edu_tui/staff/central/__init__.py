"""THE CENTRAL DATABASE: one PostgreSQL that takes the records of many devices. The only place that imports psycopg."""
