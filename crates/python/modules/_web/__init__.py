"""What the libraries that fetch pages have in common: `requests`, `aiohttp`, `httpx`, `urllib.request`."""
