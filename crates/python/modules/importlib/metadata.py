"""What is installed beside the program: nothing is."""


class PackageNotFoundError(ModuleNotFoundError):
    """The package was not found."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


def distribution(distribution_name):
    raise PackageNotFoundError(distribution_name)


metadata = version = requires = files = distribution


def distributions(**kwargs):
    return iter(())


def packages_distributions():
    return {}


def entry_points(**params):
    return ()
