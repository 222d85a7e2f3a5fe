"""The browser of scenes: every bundled scene as a card with a picture, by topic and by search."""
