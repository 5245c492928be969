"""Objects that are still there when the program ends."""


class Resource:
    def __init__(self, name):
        self.name = name
        print("open", name)

    def __del__(self):
        print("close", self.name, helper())


def helper():
    return "with the helper"


def scope():
    resource = Resource("local")
    print("in scope", resource.name)


second = Resource("second")
first = Resource("first")
_hidden = Resource("hidden")
same = second
scope()
many = [Resource("m1"), Resource("m2")]
gone = Resource("gone")
del gone
gone = Resource("replaced")
gone = None
print("end")
