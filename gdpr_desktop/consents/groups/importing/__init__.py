"""A school's list of pupils and guardians becomes a group, or tells what is new in one."""
