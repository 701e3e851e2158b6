"""What the page of an assessment is made of."""
