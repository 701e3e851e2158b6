"""What is missing before it is sent. The rule stands in one place, with the wizard's progress."""

from gdpr_desktop.dpia.wizard.progress import Lack, Missing, missing

__all__ = ["Lack", "Missing", "missing"]
