"""What every deed on a breach begins with, its registration, and what is kept in step with it."""
