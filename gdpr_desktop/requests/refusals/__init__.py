"""What any right may be refused on, wholly or in part, or charged for. Handbook 5.4, art. 12(5)."""
