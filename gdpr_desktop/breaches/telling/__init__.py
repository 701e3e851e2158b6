"""What people are told of a breach: the facts of the letters, and advice by the kind of data."""
