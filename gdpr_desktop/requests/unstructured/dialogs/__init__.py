"""The form for departments, and what they found."""
