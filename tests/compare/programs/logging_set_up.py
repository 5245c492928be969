"""Logging: levels, formats, handlers in memory, filters, a configuration, a queue."""

import io
import logging
import logging.config
import logging.handlers
import queue
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
logging.debug("hidden")
logging.info("seen %s", 1)
log = logging.getLogger("app.db")
log.warning("low %(what)s", {"what": "disk"})
log.setLevel(logging.DEBUG)
log.debug("now seen")
try:
    1 / 0
except ZeroDivisionError:
    log.error("failed", exc_info=False)
print(log.name, log.parent.name, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30), log)
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("{levelname:<8}|{message}|{extra}", style="{", defaults={"extra": "-"}))
handler.addFilter(lambda record: "skip" not in record.getMessage())
log.addHandler(handler)
log.propagate = False
log.info("skip me")
log.info("kept", extra={"extra": "x"})
log.critical("bad %d%%", 50)
print(stream.getvalue())
log.removeHandler(handler)


class Collect(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage(), record.args, record.lineno > 0, record.funcName))


collect = Collect()
log.addHandler(collect)
log.info("low")
log.warning("high %s", "x")
try:
    int("x")
except ValueError:
    log.exception("caught")
print(collect.records)
memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=logging.StreamHandler(sys.stdout))
log.handlers = [memory]
for n in range(4):
    log.info("m%d", n)
log.error("flushes")
memory.close()
records = queue.Queue()
log.handlers = [logging.handlers.QueueHandler(records)]
log.warning("queued %s", 1)
print(records.get_nowait().getMessage())
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(name)s-%(levelname)s-%(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stdout", "level": "INFO"}},
    "loggers": {"conf": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
    "root": {"level": "WARNING"},
})
logging.getLogger("conf").info("configured")
logging.getLogger("conf").debug("hidden")
try:
    logging.config.dictConfig({"version": 1, "handlers": {"x": {"class": "no.Such"}}, "root": {"handlers": ["x"]}})
except ValueError as error:
    print(error)
adapter = logging.LoggerAdapter(logging.getLogger("conf"), {"user": "ada"})
adapter.info("adapted")
logging.addLevelName(25, "NOTICE")
logging.getLogger("conf").log(25, "noticed")
logging.captureWarnings(True)
logging.captureWarnings(False)
formatter = logging.Formatter("%(asctime)s %(message)s", "%Y")
record = logging.makeLogRecord({"msg": "made %s", "args": (1,), "levelno": 20, "created": 0})
print(formatter.format(record)[-6:], logging.Formatter("%(levelno)d %(message).4s").format(record))
print(logging.getLogger("conf").hasHandlers(), logging.root.level, sorted(logging.getLogger("app").getChild("x").name))
