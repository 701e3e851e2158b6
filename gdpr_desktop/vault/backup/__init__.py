"""Backups: one encrypted file each, proved when made, proved again before anything is replaced."""
