"""Joint controllers and cooperation between municipalities, art. 26."""
