"""The record of processing: art. 28 and 30. Not the encrypted file, which is the vault in code."""
