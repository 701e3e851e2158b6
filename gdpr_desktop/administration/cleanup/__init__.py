"""The yearly clean-up: what has been kept for long enough is anonymised."""
