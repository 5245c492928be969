# in real time
"""A pool of processes whose jobs change nothing."""

from multiprocessing import Pool, current_process


def square(number):
    return number * number


def add(a, b):
    return a + b


def fails(number):
    raise KeyError(number)


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(square, range(6)), pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(square, (3,)))
        print(list(pool.imap(square, [1, 2, 3])), sorted(pool.imap_unordered(square, [3, 1])))
        try:
            pool.map(fails, [1])
        except KeyError as error:
            print(repr(error))
        print(pool.map_async(square, [4]).get(), current_process().name)
