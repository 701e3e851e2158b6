"""Fields of a form in Word: content controls that are written, filled in, and read by their tag.

A tag names the field exactly (``form.language.field``), so that reading back asks nothing of how
the page looks, or of which program the form was filled in with.
"""
