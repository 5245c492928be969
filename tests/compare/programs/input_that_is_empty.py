"""The standard input of a program that nobody types into, and one that is put in its place."""

import asyncio
import builtins
import io
import sys


async def main():
    print(repr(sys.stdin.readline()), repr(sys.stdin.read()), list(sys.stdin), sys.stdin.readlines())


asyncio.run(main())
try:
    input("name? ")
except EOFError as error:
    print(type(error).__name__, isinstance(error, Exception))
kept, sys.stdin = sys.stdin, io.StringIO("Ada\n36\n\nlast")
name, age = input("name: "), int(input("age: "))
print(name, age, repr(input()), repr(input("more")))
try:
    input()
except EOFError as error:
    print(error)
sys.stdin = kept
answers = iter(["yes", "no"])
original, builtins.input = builtins.input, lambda prompt="": next(answers)
print(input("sure? "), input())
builtins.input = original
print(type(input), type(open), input.__name__, repr(input))
