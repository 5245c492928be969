"""What programs do at the end of the input."""

import sys

try:
    name = input("Name? ")
except EOFError as error:
    print(repr(error), str(error), error.args)
while True:
    try:
        number = int(input())
    except EOFError:
        print("no more numbers")
        break
print(sys.stdin.readline() == "", list(sys.stdin))
