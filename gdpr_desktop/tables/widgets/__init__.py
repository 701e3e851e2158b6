"""Steps of taking in a list: its columns, its rows; and the dialog around them."""
