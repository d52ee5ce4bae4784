"""From the nodes of a file to a frozen record or to findings, never half of each."""
