"""Privacy statements: written from the record, checked against the checklist, given as files."""
