"""The list that a search gives."""


class ResultSet(list):
    """What a search found, with the filter that it searched by."""

    def __init__(self, source, result=()):
        super().__init__(result)
        self.source = source

    def __getattr__(self, key):
        raise AttributeError(
            f"""ResultSet object has no attribute "{key}". You're probably treating a list of elements """
            "like a single element. Did you call find_all() when you meant to call find()?"
        )
