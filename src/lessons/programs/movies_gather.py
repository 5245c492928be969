"""The real crawl, all movie pages at once, and the rows still in the order of the list."""

import asyncio

# Fetches a page and reads it. `interleave run` has this module; for plain Python, save interleave.py
# from the page beside this file, and `pip install beautifulsoup4`.
from interleave import fetch

SITE = "http://127.0.0.1:8082/"  # parameter
LIMIT = 12  # parameter
CONCURRENCY = 12  # parameter


async def poster_of(address, places):
    async with places:
        movie = await fetch(address)
        return movie.first("img").address("src")


async def main():
    movies = await fetch(SITE)
    places = asyncio.Semaphore(CONCURRENCY)

    rows, posters = [], []
    for item in movies.all("#showing-soon .item")[:LIMIT]:
        link = item.nth("a", 1)
        date = item.first("li").text()
        poster = poster_of(link.address("href"), places)
        posters.append(asyncio.create_task(poster, name=link.text()))
        rows.append(f"{link.text()} {date}")

    for row, poster in zip(rows, await asyncio.gather(*posters)):
        print(f"{row} {poster}")


asyncio.run(main())
