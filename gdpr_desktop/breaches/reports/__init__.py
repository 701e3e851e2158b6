"""What leaves the log of breaches as Word or .xlsx: documentation, a report, the log itself."""
