"""Forecasts: of one variable, and of many."""
