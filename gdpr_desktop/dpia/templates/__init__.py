"""A municipality's own templates for assessments."""
