"""`sys.exit` with a text, after clean-up."""

import sys

try:
    try:
        sys.exit("no such file")
    except Exception:
        print("never here")
    finally:
        print("clean-up")
except SystemExit as error:
    print("caught", error.code, repr(error))
sys.exit("the end, badly")
