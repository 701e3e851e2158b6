"""Windows of the reports of assessments."""
