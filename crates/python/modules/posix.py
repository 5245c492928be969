"""The system's part of `os`: none of it is here, but `importlib` wants the name."""

environ = {}


def getcwd():
    return "/"


def _no_file(path, *args, **kwargs):
    raise FileNotFoundError(2, "programs have no files here", path)


stat = open = listdir = mkdir = replace = unlink = remove = _no_file
