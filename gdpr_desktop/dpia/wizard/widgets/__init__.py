"""What the wizard is made of."""
