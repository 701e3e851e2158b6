"""Files kept inside the register, in a case."""
