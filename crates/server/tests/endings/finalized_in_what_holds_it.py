"""Objects held by others at the end: first what names hold, then what that holds."""

import atexit


class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("part", self.name)


class Car:
    def __init__(self, name):
        self.engine = Part(name + " engine")
        self.wheels = [Part(name + " left"), Part(name + " right")]

    def __del__(self):
        print("a car")


class Garage:
    spare = Part("spare")

    def __init__(self, *cars):
        self.cars = cars


atexit.register(print, "at exit")
garage = Garage(Car("red"))
blue = Car("blue")
part = Part("loose")
print("end")
