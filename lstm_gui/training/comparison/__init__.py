"""Several settings on the same task, over several seeds: what differs beyond chance, and what does not."""
