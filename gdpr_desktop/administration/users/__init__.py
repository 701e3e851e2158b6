"""The people who can open the register: roles, passwords, the recovery key."""
