"""What the log says about learning: counts, shares and forecasts, each defined once; pure, on columns."""
