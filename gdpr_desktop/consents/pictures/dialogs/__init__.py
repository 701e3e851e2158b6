"""The dialog about a picture."""
