"""How a program is ended from outside: it waits for what can never come, or goes on for ever."""


class Ended(BaseException):
    """Raised out of the event loop to end a program that would not end by itself."""


class Bounds:
    # Far above what a program needs that ends at all; the longest of ours take some thousands.
    TICKS = 200_000

    def reset(self, console):
        self.console = console
        self.ticks = 0
        # `stuck` or `limit`, once the program had to be ended.
        self.verdict = None

    def tick(self):
        self.ticks += 1
        if self.ticks > self.TICKS:
            self.end("limit")

    def end(self, verdict):
        """Ends the program: from here on nothing that it prints counts, clean-up included."""
        if self.verdict is None:
            self.verdict = verdict
            self.console.freeze()
        raise Ended(verdict)


bounds = Bounds()
