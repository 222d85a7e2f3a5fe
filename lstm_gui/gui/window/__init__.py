"""The parts of the window around its two panels: bar, menus, tabs, banner, keys, and the way back."""
