"""Data outside the systems: e-mail, files, paper, phones. Handbook chapter 9 and its checklist."""
