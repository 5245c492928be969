//! The seams in CPython's own modules: where the trace, or the loop, has to know of something that only
//! the Python code knows.
//!
//! Each seam replaces a text that the module has exactly once; the build fails if it has not, as the
//! library's version is pinned. A seam keeps the numbers of the lines, and the signatures.

use super::{late_seams, library_seams};

/// A seam: the module's file, the text, what stands there instead, and why.
pub struct Seam {
    pub file: &'static str,
    pub anchor: &'static str,
    pub instead: &'static str,
    #[expect(dead_code, reason = "it is for whoever reads the table")]
    pub why: &'static str,
}

pub const fn seam(
    file: &'static str,
    anchor: &'static str,
    instead: &'static str,
    why: &'static str,
) -> Seam {
    Seam {
        file,
        anchor,
        instead,
        why,
    }
}

const NETWORK: &str = "the program's own network, in memory";
const NO_PROCESSES: &str = "there are no other processes: each use says what there is instead";
pub(crate) const JOBS: &str = "the lanes of threads show the jobs of pools";
pub(crate) const NAME: &str = "the name of what the other seams of the module call";

pub const SEAMS: &[Seam] = &[
    seam(
        "asyncio/base_events.py",
        "\nimport socket\n",
        "\nfrom ._absent import socket, no_datagrams as _no_datagrams, push_timer as _push_timer\n",
        NETWORK,
    ),
    seam(
        "asyncio/base_events.py",
        "\nimport subprocess\n",
        "\nfrom ._absent import subprocess\n",
        NO_PROCESSES,
    ),
    seam(
        "asyncio/base_events.py",
        "\nfrom .log import logger\n",
        "\nfrom ._lazily import logger, staggered, traceback; import _interleave as _seam\n",
        NAME,
    ),
    seam(
        "asyncio/base_events.py",
        "        heapq.heappush(self._scheduled, timer)\n        timer._scheduled = True\n",
        "\n        timer._scheduled = _push_timer(self._scheduled, timer)\n",
        "the runtime's loop has the timers",
    ),
    seam(
        "asyncio/base_events.py",
        "        self._check_running()\n\n        new_task = not futures.isfuture(future)\n",
        "        self._check_running()\n        if getattr(self, '_ends_quietly', id)(future) is True: return\n        new_task = not futures.isfuture(future)\n",
        "where there is nothing to shut down, a run has no task that looks for it",
    ),
    seam(
        "asyncio/base_events.py",
        "        return time.monotonic()\n",
        "        return _seam.seconds()\n",
        "the run's clock",
    ),
    seam(
        "asyncio/base_events.py",
        "        return futures.wrap_future(\n            executor.submit(func, *args), loop=self)\n",
        "        job = executor.submit(func, *args); is_own = executor is self._default_executor\n        return _seam.submitted(futures.wrap_future(job, loop=self), job, is_own)\n",
        JOBS,
    ),
    seam(
        "asyncio/base_events.py",
        "        if self._exception_handler is None:\n            try:\n",
        "        if _seam.log(context) or self._exception_handler is None:\n            try:\n",
        "the trace has what is logged",
    ),
    seam(
        "asyncio/base_events.py",
        "        return await self.run_in_executor(\n            None, getaddr_func, host, port, family, type, proto, flags)\n",
        "\n        return getaddr_func(host, port, family, type, proto, flags)\n",
        "the few names that are known take no thread",
    ),
    seam(
        "asyncio/base_events.py",
        "        return await self.run_in_executor(\n            None, socket.getnameinfo, sockaddr, flags)\n",
        "\n        return socket.getnameinfo(sockaddr, flags)\n",
        "the few names that are known take no thread",
    ),
    seam(
        "asyncio/base_events.py",
        "        \"\"\"Create datagram connection.\"\"\"\n",
        "        \"\"\"Create datagram connection.\"\"\"; _no_datagrams()\n",
        NETWORK,
    ),
    seam(
        "asyncio/events.py",
        "\nimport socket\n",
        "\nfrom ._absent import socket\n",
        NETWORK,
    ),
    seam(
        "asyncio/events.py",
        "\nimport subprocess\n",
        "\nfrom ._absent import subprocess\n",
        NO_PROCESSES,
    ),
    seam(
        "asyncio/streams.py",
        "\nimport socket\n",
        "\nfrom ._absent import socket\n",
        NETWORK,
    ),
    seam(
        "asyncio/selector_events.py",
        "\nimport selectors\nimport socket\n",
        "\nfrom . import _network as socket, _selecting as selectors\n\n",
        NETWORK,
    ),
    seam(
        "asyncio/selector_events.py",
        "        SC_IOV_MAX = os.sysconf('SC_IOV_MAX')\n",
        "        SC_IOV_MAX = 1024\n",
        "the network has no system that would say how many texts it takes at once",
    ),
    seam(
        "asyncio/selector_events.py",
        "raise OSError(err, f'Connect call failed {address}')",
        "raise socket.not_reached(err, f'Connect call failed {address}')",
        "an address that the program does not serve says why nobody answers",
    ),
    seam(
        "asyncio/subprocess.py",
        "\nimport subprocess\n",
        "\nfrom ._absent import subprocess\n",
        NO_PROCESSES,
    ),
    seam(
        "asyncio/trsock.py",
        "import socket\n\n",
        "from ._absent import socket\n\n",
        NETWORK,
    ),
    seam(
        "asyncio/tasks.py",
        "\nfrom . import timeouts\n",
        "\nfrom . import timeouts; import _interleave as _seam\n",
        NAME,
    ),
    seam(
        "asyncio/tasks.py",
        "    h = loop.call_later(delay,\n",
        "    h = _seam.call_later(loop, delay,\n",
        "a sleep is a sleep in the trace, and its timer needs no handle",
    ),
    seam(
        "asyncio/tasks.py",
        "        self._done = queues.Queue()\n",
        "        self._done = _seam.own_queue(queues.Queue)\n",
        "a queue of asyncio's own is no queue of the program",
    ),
    seam(
        "asyncio/tasks.py",
        "        outer.set_result([])\n",
        "        outer.set_result([]); _seam.gather(())\n",
        "the trace has what is gathered",
    ),
    seam(
        "asyncio/tasks.py",
        "    outer = _GatheringFuture(children, loop=loop)\n",
        "    outer = _GatheringFuture(children, loop=loop); _seam.gather(arg_to_fut.values())\n",
        "the trace has what is gathered",
    ),
    seam(
        "asyncio/queues.py",
        "\nfrom . import mixins\n",
        "\nfrom . import mixins; import _interleave as _seam\n",
        NAME,
    ),
    seam(
        "asyncio/queues.py",
        "        self._is_shutdown = False\n",
        "        self._is_shutdown = False; _seam.queue_created(self)\n",
        "the trace has the queues",
    ),
    seam(
        "asyncio/queues.py",
        "        self._finished.clear()\n",
        "        self._finished.clear(); _seam.queue_put(self)\n",
        "the trace has their levels",
    ),
    seam(
        "asyncio/queues.py",
        "        item = self._get()\n",
        "        item = self._get(); _seam.queue_got(self)\n",
        "the trace has their levels",
    ),
    seam(
        "asyncio/queues.py",
        "        # All getters need to re-check queue-empty to raise ShutDown\n",
        "        if immediate: _seam.queue_emptied(self)\n",
        "the trace has their levels",
    ),
    seam(
        "asyncio/timeouts.py",
        "\nfrom . import tasks\n",
        "\nfrom . import tasks; import _interleave as _seam\n",
        NAME,
    ),
    seam(
        "asyncio/timeouts.py",
        "            self._timeout_handler.cancel()\n\n",
        "            self._timeout_handler.cancel(); _seam.deadline_removed(self)\n\n",
        "the trace has the deadlines",
    ),
    seam(
        "asyncio/timeouts.py",
        "            self._timeout_handler.cancel()\n            self._timeout_handler = None\n",
        "            self._timeout_handler.cancel(); _seam.deadline_removed(self)\n            self._timeout_handler = None\n",
        "the trace has the deadlines",
    ),
    seam(
        "asyncio/timeouts.py",
        "loop.call_soon(self._on_timeout)\n",
        "loop.call_soon(self._on_timeout); _seam.deadline_set(self)\n",
        "the trace has the deadlines",
    ),
    seam(
        "asyncio/timeouts.py",
        "loop.call_at(when, self._on_timeout)\n",
        "loop.call_at(when, self._on_timeout); _seam.deadline_set(self)\n",
        "the trace has the deadlines",
    ),
    seam(
        "asyncio/timeouts.py",
        "        self._task.cancel()\n",
        "        _seam.deadline_passed(self); self._task.cancel()\n",
        "the trace has the deadlines",
    ),
    seam(
        "asyncio/taskgroups.py",
        "\nfrom . import tasks\n",
        "\nfrom . import tasks; import _interleave as _seam\n",
        NAME,
    ),
    seam(
        "asyncio/taskgroups.py",
        "                    self._errors,\n                ) from None\n",
        "                    _seam.raised_together(self, self._errors),\n                ) from None\n",
        "the trace has whose errors are raised where",
    ),
    seam(
        "asyncio/taskgroups.py",
        "        self._errors.append(exc)\n        if self._is_base_error(exc)",
        "        self._errors.append(exc); _seam.failed_in_group(self, self._errors, task)\n        if self._is_base_error(exc)",
        "the trace has whose errors are raised where",
    ),
    seam(
        "asyncio/runners.py",
        "\nfrom . import constants\n",
        "\nfrom . import constants; import _interleave as _seam\n",
        NAME,
    ),
    seam(
        "asyncio/runners.py",
        "            loop = self._loop\n            _cancel_all_tasks(loop)\n",
        "            loop = self._loop; _seam.main_ended()\n            _cancel_all_tasks(loop)\n",
        "the trace has the end of main",
    ),
    seam(
        "asyncio/__init__.py",
        "\ndef __getattr__(name: str):\n",
        "import _interleave; _interleave.know()\ndef __getattr__(name: str):\n",
        "the functions of asyncio are known before the program may replace one",
    ),
    seam(
        "asyncio/tasks.py",
        "    fs = set(fs)\n",
        "    fs = _seam.in_order(fs)\n",
        "the order of the sets is that of creation",
    ),
    seam(
        "asyncio/tasks.py",
        "        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}\n",
        "        todo = _seam.in_order([ensure_future(aw, loop=loop) for aw in _seam.in_order(aws)])\n",
        "the order of the sets is that of creation",
    ),
];

/// Makes the seams of a module.
/// Errors: a text that is not there exactly once.
pub fn with_seams(file: &str, mut source: String) -> Result<String, String> {
    for seam in SEAMS
        .iter()
        .chain(library_seams::SEAMS)
        .chain(late_seams::SEAMS)
        .filter(|seam| seam.file == file)
    {
        let count = source.matches(seam.anchor).count();
        if count != 1 {
            let anchor = seam.anchor;
            return Err(format!(
                "{file}: {anchor:?} is there {count} times, not once"
            ));
        }
        source = source.replacen(seam.anchor, seam.instead, 1);
    }
    Ok(source)
}
