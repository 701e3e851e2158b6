"""The first hour, how it happened, and whose and which data it hit."""
