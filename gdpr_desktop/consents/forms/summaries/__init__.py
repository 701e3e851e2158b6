"""What the sections of a form's page say."""
