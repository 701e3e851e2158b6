"""Finding a person in the whole register, and telling what it holds about them."""
