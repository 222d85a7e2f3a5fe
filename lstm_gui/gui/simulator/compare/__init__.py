"""The tab that compares: up to four cells side by side."""
