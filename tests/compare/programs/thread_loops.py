# in real time
"""Two threads each run a loop of their own."""

import asyncio, threading
async def main(name, delay):
    for i in range(3):
        await asyncio.sleep(delay)
        print(name, i)
    return name
out = []
def f(name, delay): out.append(asyncio.run(main(name, delay)))
ts = [threading.Thread(target=f, args=a) for a in (("a", 0.3), ("b", 0.5))]
for t in ts: t.start()
for t in ts: t.join()
print(out)
