"""What the search for one person reads in assessments and their templates."""
