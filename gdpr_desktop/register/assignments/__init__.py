"""Where the municipality is itself a processor, art. 30(2)."""
