"""People are told of a breach: the facts of the letters, advice by the kind of data, the rounds."""
