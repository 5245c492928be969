"""A program that fails, with objects to finalize, one of which fails as well."""


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("closing", self.name)
        if self.name == "bad":
            raise OSError("cannot close")


bad = Resource("bad")
good = Resource("good")
raise ValueError("the program fails")
