"""The engine: judges a function, and names the mistake. It knows no network and no notebook."""
