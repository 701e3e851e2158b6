"""The steps of writing to many, a widget each."""
