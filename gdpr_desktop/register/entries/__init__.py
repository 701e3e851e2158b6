"""What every entry of the record has: name, state, findings, dates, history, links, documents."""
