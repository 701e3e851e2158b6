"""Windows of the forms for citizens."""
