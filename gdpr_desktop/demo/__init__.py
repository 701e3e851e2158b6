"""The demo register, for trying the program and for looking at it."""

from gdpr_desktop.demo.register import PASSWORD, USER, fresh_demo, make_demo, open_demo

__all__ = ["PASSWORD", "USER", "fresh_demo", "make_demo", "open_demo"]
