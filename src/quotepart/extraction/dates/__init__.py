"""When a text was published, stated or inferred."""
