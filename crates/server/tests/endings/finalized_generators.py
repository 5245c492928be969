"""Generators that are not at their end when the program is."""


def counter(name):
    try:
        yield from range(10)
    finally:
        print(name, "is closed")


kept = counter("kept")
print(next(kept), next(kept))
dropped = counter("dropped")
next(dropped)
del dropped
done = counter("done")
print(sum(done))
never_begun = counter("never begun")
print("end")
