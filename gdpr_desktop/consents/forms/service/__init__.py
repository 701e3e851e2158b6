"""What a person does with a form."""
