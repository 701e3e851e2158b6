"""A breach is given to somebody."""

from gdpr_desktop.casework.dialogs.assign import AssignDialog as AssignDialog
