"""From a document to its record: pure functions of document, language and pact."""
