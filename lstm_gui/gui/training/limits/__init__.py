"""The room "Limits": a task of growing size, and where a cell gives up."""
