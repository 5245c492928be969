"""Addresses, and requests."""
