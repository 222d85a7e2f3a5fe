"""Where a cell of fixed size struggles: what must be remembered grows."""
