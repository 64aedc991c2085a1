"""How a reading is computed: formulas over official cells, with intervals, and computed again from what is printed."""
