"""What the law says, as pure functions: no Qt, no SQL, no words, no clock of its own."""
