"""The card editor: fields beside a live preview, drafts that outlive a crash, and saving by an operation."""
