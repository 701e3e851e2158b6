"""An assessment on another computer: sent as one encrypted file, and taken in again."""
