"""One letter to many people: an address list in, a file for each or one long file out."""
