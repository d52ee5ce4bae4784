"""Reading aloud: real programs that record what they get, and espeak-ng itself where it is installed."""
