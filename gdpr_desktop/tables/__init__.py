"""Tables that come from elsewhere, in workbooks and text files, read as text and never trusted."""
