"""The table of everything a person can do; menus, tooltips, keys, the sheet of keys and tests follow it."""
