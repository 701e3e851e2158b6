"""The parts of the municipality, and the role that answers for each."""
