"""How much lean and how much fat the weight loss would take, with and without sermorelin."""
