"""A form as Word: blank, for one, for a group; its slip, its lists, who is photographed."""
