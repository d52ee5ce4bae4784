"""PICTURES: simple SVG drawings of a library, read by a checker that knows what it draws and nothing else."""
