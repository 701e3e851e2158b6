"""The list of users, and a dialog for each deed on one of them."""
