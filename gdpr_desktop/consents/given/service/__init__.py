"""What a person does with a consent."""
