"""What the handbook wants at each step of a withdrawal, in the language of the screen."""

from gdpr_desktop.casework.guidance import Guidance

_guidance = Guidance("withdrawals")
step_texts = _guidance.step
