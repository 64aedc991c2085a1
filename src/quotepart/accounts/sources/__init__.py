"""Official files as a user downloads them: opened within bounds, recognised by their layout, read with every fault named."""
