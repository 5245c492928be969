//! The seams in asyncio's modules with which what few programs use is imported when it is used.

use super::seams::{Seam, seam};

const LATE: &str = "what few programs use is imported when it is used";

pub const SEAMS: &[Seam] = &[
    seam(
        "asyncio/selector_events.py",
        "\nfrom .log import logger\n",
        "\nfrom ._lazily import logger\n",
        LATE,
    ),
    seam(
        "asyncio/base_events.py",
        "\nimport traceback\n",
        "\n\n",
        LATE,
    ),
    seam(
        "asyncio/base_events.py",
        "\nfrom . import staggered\n",
        "\n\n",
        LATE,
    ),
    seam(
        "asyncio/base_tasks.py",
        "\nimport traceback\n",
        "\nfrom ._lazily import traceback\n",
        LATE,
    ),
    seam(
        "asyncio/coroutines.py",
        "\nimport inspect\n",
        "\nfrom ._lazily import inspect\n",
        LATE,
    ),
    seam(
        "asyncio/format_helpers.py",
        "\nimport inspect\n",
        "\nfrom ._lazily import inspect, traceback\n",
        LATE,
    ),
    seam(
        "asyncio/format_helpers.py",
        "\nimport traceback\n",
        "\n\n",
        LATE,
    ),
    seam("asyncio/futures.py", "\nimport logging\n", "\n\n", LATE),
    seam(
        "asyncio/futures.py",
        "STACK_DEBUG = logging.DEBUG - 1 ",
        "STACK_DEBUG = 9 ",
        LATE,
    ),
    seam(
        "asyncio/runners.py",
        "\nimport inspect\n",
        "\nfrom ._lazily import inspect\n",
        LATE,
    ),
    seam(
        "asyncio/tasks.py",
        "\nimport inspect\n",
        "\nfrom ._lazily import inspect\n",
        LATE,
    ),
    seam(
        "asyncio/streams.py",
        "\nfrom .log import logger\n",
        "\nfrom ._lazily import logger\n",
        LATE,
    ),
    seam(
        "asyncio/subprocess.py",
        "\nfrom .log import logger\n",
        "\nfrom ._lazily import logger\n",
        LATE,
    ),
    seam(
        "asyncio/__init__.py",
        "\nfrom .graph import *\n",
        "\nfrom ._lazily import graph, streams, subprocess\n",
        LATE,
    ),
    seam(
        "asyncio/__init__.py",
        "\nfrom .streams import *\n",
        "\n\n",
        LATE,
    ),
    seam(
        "asyncio/__init__.py",
        "\nfrom .subprocess import *\n",
        "\n\n",
        LATE,
    ),
    seam(
        "asyncio/__init__.py",
        "    import warnings\n\n    match name:",
        "    if name in _lazily.HOMES: return _lazily.get(name)\n    import warnings\n    match name:",
        LATE,
    ),
];
