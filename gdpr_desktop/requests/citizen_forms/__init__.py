"""Forms that citizens may use, one for each right: made for the web site, read when they return.

``texts`` reads the forms, ``word`` and ``html`` write them, ``read`` reads a filled one.
"""
