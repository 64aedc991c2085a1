"""What Quotepart speaks of: frozen values with no dependency beyond the standard library."""
