"""Dialogs that every kind of case has: filing, a note, opening again, giving it to somebody."""
