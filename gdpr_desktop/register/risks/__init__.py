"""Risk assessments, art. 32 and handbook 2.4."""
