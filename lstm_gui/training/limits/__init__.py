"""At which size of a task a cell gives up: the same plan for growing sizes, over several seeds."""
