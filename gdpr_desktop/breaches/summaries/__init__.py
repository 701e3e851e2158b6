"""What the sections of a breach say, a module to each part of the routine."""
