"""Dialogs of withdrawals."""
