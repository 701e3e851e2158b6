"""The assessment of consequences for privacy, art. 35 and 36, and handbook chapter 11."""
