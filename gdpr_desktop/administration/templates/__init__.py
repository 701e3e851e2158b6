"""The municipality's own wording of letters: edit, try out, compare, go back."""
