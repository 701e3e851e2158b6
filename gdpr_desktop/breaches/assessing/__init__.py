"""The risk of a breach: factors, severity, what the law asks for, and what was decided."""
