"""What a program sees of itself and of the machine."""

import os
import sys

print(__file__.rsplit("/", 1)[-1], __name__, os.path.basename(__file__), os.path.dirname(os.path.abspath(__file__)) != "")
print(os.path.basename(sys.argv[0]), len(sys.argv), sys.version_info[:2] >= (3, 13), sys.version_info.releaselevel, sys.platform, sys.executable != "")
print(sys.version_info >= (3, 8), sys.version_info.major, sys.version.split()[0] >= "3.1", sys.hexversion > 0x03080000, sys.implementation.name)
print(os.getpid() > 0, os.cpu_count() >= 1, os.getcwd() != "", os.name, os.environ.get("NO_SUCH_NAME"), os.getenv("NO_SUCH_NAME", "none"))
os.environ["MODE"] = "test"
print(os.environ["MODE"], "MODE" in os.environ, os.environ.get("MODE"))
print(sys.maxsize, sys.byteorder, sys.getdefaultencoding(), sys.getrecursionlimit() > 0, callable(sys.exit), sys.float_info.epsilon)
print(sys.stdout.writable(), sys.stdout.encoding.lower(), sys.stdin is not None, sys.modules["__main__"].__name__)
sys.stdout.write("no line end, ")
print("joined", "and", sep="-", end=".\n", flush=True)
sys.stdout.writelines(["one\n", "two\n"])
print("seen", file=sys.stdout)
if sys.platform == "win32":
    print("windows")
try:
    open("/no/such/folder/file.txt")
except OSError as error:
    print(isinstance(error, Exception))
