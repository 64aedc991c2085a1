"""Speech that no quotation marks show: transcripts, interviews, speeches, blocks."""
