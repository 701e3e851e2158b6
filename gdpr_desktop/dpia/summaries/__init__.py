"""What each section of the page of an assessment says; one module to a room."""
