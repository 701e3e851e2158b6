"""A form as Word: blank, for one, for a group; its slip, its lists, the letter to the photographed.
"""
