"""The assessment as Word and as a spreadsheet."""
