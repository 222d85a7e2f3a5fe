"""The window "Cards": all cards of the collection in one table, searched, looked at and changed."""
