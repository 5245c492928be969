"""A parser of arguments: kinds, choices, subcommands, usage and errors."""

import argparse
import contextlib
import io

parser = argparse.ArgumentParser(prog="fetch", description="Fetches pages.", epilog="Be polite.")
parser.add_argument("urls", nargs="+", help="what to fetch")
parser.add_argument("-n", "--limit", type=int, default=3, metavar="N", help="at most so many (default: %(default)s)")
parser.add_argument("-v", "--verbose", action="count", default=0, help="say more")
parser.add_argument("--no-cache", dest="cache", action="store_false")
parser.add_argument("--tag", action="append", default=[])
group = parser.add_mutually_exclusive_group()
group.add_argument("--fast", action="store_true")
group.add_argument("--slow", action="store_true")
print(parser.parse_args(["a", "b", "-n", "5", "-vv", "--tag", "x", "--tag=y", "--fast"]))
print(parser.parse_args(["a", "--no-cache"]))
print(parser.format_usage())
print(parser.format_help())


def refused(*words):
    errors = io.StringIO()
    try:
        with contextlib.redirect_stderr(errors):
            parser.parse_args(words)
    except SystemExit as error:
        print("exit", error.code)
    print(errors.getvalue().splitlines()[-1])


refused()
refused("a", "-n", "many")
refused("a", "--fast", "--slow")
refused("a", "--unknown")

tool = argparse.ArgumentParser(prog="tool")
commands = tool.add_subparsers(dest="command", required=True)
add = commands.add_parser("add", help="adds numbers")
add.add_argument("numbers", type=float, nargs="*")
add.set_defaults(run=lambda given: sum(given.numbers))
show = commands.add_parser("show")
show.add_argument("--level", type=int, default=1)
given = tool.parse_args(["add", "1.5", "2"])
print(given.command, given.numbers, given.run(given))
print(tool.parse_args(["show", "--level", "2"]))
known, rest = parser.parse_known_args(["a", "--what", "b"])
print(known.urls, rest)


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())


shout = argparse.ArgumentParser(prog="shout", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
shout.add_argument("--word", action=Upper, default="hey", help="a word")
shout.add_argument("--switch", action=argparse.BooleanOptionalAction, default=True)
print(shout.parse_args(["--word", "loud", "--no-switch"]))
print(shout.format_help())
