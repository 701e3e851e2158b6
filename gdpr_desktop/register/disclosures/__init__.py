"""Data given to others: routines, and single disclosures."""
