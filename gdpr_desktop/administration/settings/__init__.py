"""What the municipality settles once: about itself, its people, its letters, and this file."""
