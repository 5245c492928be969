# in real time
"""multiprocessing.pool's pool of threads."""

import time
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool


def square(number):
    return number * number


def slow(number):
    time.sleep(0.03 * number)
    return number


def fails(number):
    if number == 2:
        raise ValueError(f"bad {number}")
    return number


with ThreadPool(4) as pool:
    print(pool.map(square, range(10)), pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(square, (9,)))
    print(list(pool.imap(slow, [3, 2, 1])), list(pool.imap_unordered(slow, [5, 3, 1])))
    result = pool.apply_async(square, (7,))
    print(result.get(timeout=1), result.ready(), result.successful())
    waiting = [pool.apply_async(slow, (n,), callback=lambda n: print("called back", n)) for n in (3, 1)]
    for result in waiting:
        result.wait()
    for numbers in ([1, 2, 3], [1]):
        try:
            print(pool.map(fails, numbers))
        except ValueError as error:
            print(error)
    pool.map_async(square, [1, 2], callback=print).wait()
    late = pool.apply_async(slow, (10,))
    try:
        late.get(timeout=0.01)
    except Exception as error:
        print(type(error).__name__)
try:
    pool.map(square, [1])
except ValueError as error:
    print(error)
pool = Pool(3)
print(pool.map(len, ["a", "bb", "ccc"]))
try:
    pool.join()
except ValueError as error:
    print(error)
pool.close()
pool.join()
