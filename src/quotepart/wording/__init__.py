"""All the words Quotepart itself prints, one file a language, and how that language writes numbers, money and dates."""
