"""Adapters, which a program cannot put in here: there is one network."""


class BaseAdapter:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            "requests.adapters.HTTPAdapter is missing: there is one network here, which retries nothing; "
            "call again in a loop"
        )


class HTTPAdapter(BaseAdapter):
    pass
