"""Fields of the dialogs of the need."""
