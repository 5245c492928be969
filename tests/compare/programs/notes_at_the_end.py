"""An error with notes that leaves the program."""


class ConfigError(ValueError):
    def __str__(self):
        return f"config: {self.args[0]}"


try:
    raise ConfigError("port")
except ConfigError as error:
    error.add_note("while reading settings")
    print(error, error.__notes__)
    raise
