"""What the whole code keeps to: who imports whom, what a command loads, how large a file may be."""
