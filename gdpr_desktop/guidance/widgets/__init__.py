"""The parts of guidance that others show too: ``WhyTopic``."""

from gdpr_desktop.guidance.widgets.why import WhyTopic

__all__ = ["WhyTopic"]
