"""A plan: the parts that someone in the clinic has chosen for the reader, in order, with a day; and the code of one."""
