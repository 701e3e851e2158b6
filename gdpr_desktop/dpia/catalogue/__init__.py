"""The questions of the wizard: read from forms/dpia, with those a municipality adds."""
