"""Which meetings a text speaks of."""
