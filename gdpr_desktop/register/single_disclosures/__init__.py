"""Somebody asks for data about a person: a case each time."""
