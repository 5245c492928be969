//! The seams in modules that are not asyncio's: where the command has what the module would look for elsewhere, or
//! where the interpreter's own module does not do what CPython's in C does.

use super::seams::{JOBS, NAME, Seam, seam};

const FORM: &str = "the interpreter's parser of XML takes what is not well formed";
const SCHED: &str =
    "the clock stands between two calls, which under CPython are at different moments";
const WORDS: &str = "the words are those of CPython's module in C";
const ZONES: &str = "the data of the zones is the command's own";

pub const SEAMS: &[Seam] = &[
    seam(
        "concurrent/futures/thread.py",
        "            max_workers = min(32, (os.process_cpu_count() or 1) + 4)\n",
        "            max_workers = 32\n",
        "a program does the same everywhere: what a large machine has",
    ),
    seam(
        "concurrent/futures/__init__.py",
        "    import _interpreters\n",
        "    raise ImportError\n",
        "a program has one interpreter",
    ),
    seam(
        "concurrent/futures/thread.py",
        "\nimport os\n",
        "\nimport os; import _interleave as _seam\n",
        NAME,
    ),
    seam(
        "concurrent/futures/thread.py",
        "        self.task = task\n",
        "        self.task = task; self._place = _seam.job_place()\n",
        JOBS,
    ),
    seam(
        "concurrent/futures/thread.py",
        "            result = ctx.run(self.task)\n",
        "            result = _seam.run_job(ctx.run, self.task, self._place)\n",
        JOBS,
    ),
    seam(
        "logging/__init__.py",
        "                while (frame and os.path.dirname(frame.f_code.co_filename) ==\n                       __path__[0]):\n",
        "                while (frame and\n                       frame.f_code.co_filename.partition('.')[0] == __name__):\n",
        "the library is frozen in: its files have the names of modules, and a package has no folder",
    ),
    seam(
        "platform.py",
        "            name = \"RustPython\"\n",
        "            name = \"CPython\"\n",
        "programs ask whether they may rely on CPython's ways",
    ),
    seam(
        "zipfile/__init__.py",
        "            self.date_time = time.localtime(time.time())[:6]\n",
        "            self.date_time = max((1980, 1, 1, 0, 0, 0), time.localtime(time.time())[:6])\n",
        "the run's clock begins in 1970, and the dates of archives in 1980",
    ),
    seam(
        "urllib/robotparser.py",
        "        self.last_checked = time.time()\n",
        "        self.last_checked = time.time() or 5e-324\n",
        "the run's clock begins at zero, which stands for never here",
    ),
    seam(
        "_pydecimal.py",
        "        raise error(explanation)\n",
        "        raise error([condition])\n",
        WORDS,
    ),
    seam(
        "sched.py",
        "        time = self.timefunc() + delay\n",
        "        time = _Moment(self.timefunc() + delay)\n",
        SCHED,
    ),
    seam(
        "sched.py",
        "_sentinel = object()\n",
        "_sentinel = object(); from _moments import Moment as _Moment\n",
        SCHED,
    ),
    seam(
        "xml/etree/ElementTree.py",
        "    _set_factories(Comment, ProcessingInstruction)\n",
        "    _set_factories(Comment, ProcessingInstruction); import _xml_form; XMLParser = _xml_form.checked(XMLParser, ParseError)\n",
        FORM,
    ),
    seam(
        "xml/dom/expatbuilder.py",
        "            parser.Parse(string, True)\n",
        "            parser.Parse(_xml_form.check(string), True)\n",
        FORM,
    ),
    seam(
        "xml/dom/expatbuilder.py",
        "\nfrom xml.parsers import expat\n",
        "\nfrom xml.parsers import expat; import _xml_form\n",
        FORM,
    ),
    seam(
        "zoneinfo/_common.py",
        "import struct\n\n",
        "import _zone_files\nimport struct\n",
        ZONES,
    ),
    seam(
        "zoneinfo/_common.py",
        "def load_tzdata(key):\n    from importlib import resources\n",
        "def load_tzdata(key):\n    return _zone_files.open_zone(key)\n",
        ZONES,
    ),
];
