"""The pieces that the dialogs of the facts are made of."""
