"""Deeds on breaches, one verb each; a module to each step of the routine."""
