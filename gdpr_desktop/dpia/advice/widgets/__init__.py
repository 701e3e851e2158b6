"""Comments and verdicts, as fields."""
