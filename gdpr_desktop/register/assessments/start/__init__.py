"""The start of a processing: a guided new activity, and what must be done first."""
