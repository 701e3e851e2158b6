"""The record out and in: the authority's layout, a sheet to edit, Word, the public version."""
