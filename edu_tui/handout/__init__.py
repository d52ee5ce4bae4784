"""TAKING it away: what matters of a library and of one reader, as text, as a page to print, as a code to scan.

- `content`: the one value that everything here is made of, and what is chosen from it
- `gather`: that value for a course, for some modules, or for one reader
- `sheet`, `mine`, `ending`: it as parts, in the order in which it is read
- `plan`: what the reader was given to read, with its code
- `text`, `html`, `tags`, `pdf`: the parts as a file
- `code`: as much as a code on the screen can hold
- `keeping`: a file written whole or not at all, and never over another
"""
