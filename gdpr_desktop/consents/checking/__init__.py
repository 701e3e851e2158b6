"""Is consent right, and is the form? The question of basis, and checklist 3.8."""
