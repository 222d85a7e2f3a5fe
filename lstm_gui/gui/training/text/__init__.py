"""The room "Text": a text coloured by a unit's activation, what comes next, and what the network writes."""
