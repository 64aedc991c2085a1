"""Charts as Vega-Lite specifications, and from them to SVG and files."""
