"""In from a spreadsheet, and out about one person."""
