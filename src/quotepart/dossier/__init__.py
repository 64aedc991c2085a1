"""What people read: one page, one Markdown file or one JSON file for any number of checked documents."""
