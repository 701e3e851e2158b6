"""What is due across all features, and a few numbers."""
