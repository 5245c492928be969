# Everything a reader sees, in English.
# Words in braces are filled in; `$count` decides between singular and plural.

## The page

page-title = Interleave: asynchronous code that shows itself
page-intro = Change a sleep and watch the schedule change. Everything runs here, in your browser.
page-about = Rust futures on an event loop with asyncio’s order of events, recorded step by step.
page-lesson = Lesson
page-language = Language
page-theme = Colours
theme-auto = Auto
theme-light = Light
theme-dark = Dark
page-embed = Embed
page-embed-help = Put this into a page of yours. It keeps the lesson and the values as they are now.
page-copy = Copy
page-copied = Copied
page-close = Close

## The element

region-code = Code
code-language = Language of the program
region-parameters = Parameters
region-timeline = Timeline
region-console = Console
region-loop = Inside the loop
timeline-description = Timeline of { $tasks ->
    [one] one task
   *[other] { $tasks } tasks
  } over { $time }. { $said }
parameters-none = Nothing to change here: press play.
reset = Reset
undo = Undo
redo = Redo
undone = Undone.
redone = Redone.
edited = { $name } = { $seconds }
edit-none = No value here says how long this span is.
axis = Axis
axis-auto = automatic
axis-elastic = elastic
axis-time = time
axis-order = order
clock = Clock
clock-simulated = simulated
clock-live = live
clock-simulated-help = Sleeps cost no time, and every run is the same.
clock-live-help = Sleeps and requests take the time they take.
speed = Speed
speed-value = { $speed }×
speed-fixed = A crawl runs at its own speed.
play = Play
pause = Pause
run = Run
stop = Stop
step-back = One step back
step-forward = One step forward
to-start = To the start
to-end = To the end
position = step { $step } of { $steps }
time-of = { $now } / { $end }
wall-time = Wall time
wall-time-running = running
first-step = Running: the first step goes on.
console-empty = Nothing printed yet.
console-more = { $count ->
    [one] one more line
   *[other] { $count } more lines
  }
legend-running = runs
legend-ready = ready, waits its turn
legend-sleeping = sleeps
legend-waiting = waits for another
legend-fetching = fetches
legend-blocking = blocks the loop
legend-working = a thread works, beside the loop
legend-idle = a thread waits for a job
legend-asked = asks a task to stop
legend-delivered = a cancellation arrives; hollow: the task goes on
legend-raised = the error of another task comes in
legend-moment = grey column: one moment, opened so that its steps are seen in order
timeline-keys = Arrow keys step; Home and End go to the ends; Space plays; W and S zoom; comma and full stop select spans; brackets make a selected sleep shorter and longer; question mark lists all keys.
keys-title = Keys of the timeline
keys-step = step forward and back
keys-ends = to the start, to the end
keys-play = play, pause
keys-zoom = zoom in, zoom out
keys-move = move along the run
keys-rows = higher rows, lower rows
keys-span = previous span, next span
keys-fold = fold the lanes below the selected one, unfold them
keys-fold-all = fold all lanes, unfold all
keys-length = selected sleep shorter, longer
keys-length-ten = the same, ten steps at once
keys-undo = undo, redo a change of values
keys-fit = show the selected span
keys-all = show the whole run
keys-help = this list
keys-pointer = Ctrl and the wheel, or two fingers, zoom; with Shift the rows. Where the run is zoomed in, drag the picture to move along; the axis moves the playhead. A sleep with a grip is as long as a value says: drag its end; Escape takes that back.
zoom = Zoom
zoom-in = Zoom in
zoom-out = Zoom out
zoom-all = Show the whole run
find-task = Find a task
close = Close
compare = Compare with another run
compare-none = Compare …
compare-keep = this version, as it is now
compare-own = its own values
compare-with = Compared with: { $title }
compare-end = Compare no more
compare-shorter = { $by } shorter: { $mine } instead of { $other }
compare-longer = { $by } longer: { $mine } instead of { $other }
compare-same = Equally long: { $mine }
region-statistics = Statistics
statistics-none = Run the program first.
statistics-chart = Concurrency
statistics-concurrency = Up to { $most } tasks at once, { $average } on average.
statistics-no-time = The run took no time.
statistics-path = What took so long
statistics-path-help = The critical path: the chain of waits that made the run as long as it was. Whatever else was going on was over in time.
statistics-path-none = Nothing on the way from the first step to the last took any time.
statistics-path-more = … and so on.
statistics-light = Light it up
statistics-times = Time by task
statistics-task = task
statistics-steps = steps
statistics-running = ran
statistics-ready = was ready
statistics-sleeping = slept
statistics-waiting = waited
statistics-sum = together
statistics-more = { $count ->
    [one] and one more task
   *[other] and { $count } more tasks
  }
loop-running = runs
loop-ready = ready
loop-timers = timers
loop-waiting = waiting
loop-queue = queue
loop-threads = threads
loop-idle = idle
loop-nobody = none
loop-items = { $count ->
    [0] empty
    [one] one item
   *[other] { $count } items
  }
fact-from-to = { $from } to { $to }
fact-from = since { $from }
fact-at = at { $at }
fact-line = line { $line }
url-add = Add a page
url-remove = Remove { $url }
url-seconds = seconds of { $url }
region-transcript = Transcript
transcript-empty = Nothing ran yet.
transcript-keys = Arrow keys move in the list; Enter moves the playhead to the entry.
transcript-entry = { $number }. { $time }, { $task }: { $said }
transcript-entry-loop = { $number }. { $time }: { $said }
export = Export
export-svg = Picture (SVG)
export-png = Picture (PNG)
export-chrome-trace = For trace viewers (Chrome trace)
export-json = Recorded run (JSON)
export-text = Transcript (text)
export-running = The run goes on: it is exported when it is over.
export-long = The run has { $count ->
    [one] one event
   *[other] { $count } events
  }, more than the { $most } that are written to such a file; export it as PNG.
export-canvas = The browser makes no picture of this size; export it as SVG.
open-run = Open a recorded run …
open-none = “{ $file }” is no recorded run: choose a JSON file that was exported here, or that “interleave run” wrote.
open-damaged = “{ $file }” is a damaged run: its parts do not say the same. Export it once more.
open-lesson = “{ $file }” is a run of { $lesson }, which is no lesson of this page; “interleave run” shows it.
recorded-run = recorded: { $file }
loading = Loading …
seconds = { $value } s
poster-of = Poster: { $text }
outcome-raised = ended with an error
outcome-stopped = stopped
outcome-limit = reached a bound

## Lessons

lesson-blocking-title = A plain loop
lesson-blocking-summary = Four pages, one after the other, with a sleep that blocks: ten seconds.
lesson-await-in-turn-title = async and await alone
lesson-await-in-turn-summary = Still ten seconds: each await finishes before the next call starts.
lesson-tasks-title = A task for each page
lesson-tasks-summary = Tasks run while others sleep: as long as the slowest page, four seconds.
lesson-gather-title = Four pages with gather
lesson-gather-summary = One await for all tasks: four seconds.
lesson-workers-in-turn-title = Two workers in turn
lesson-workers-in-turn-summary = The second starts when the first is done: three seconds.
lesson-workers-as-tasks-title = Two workers as tasks
lesson-workers-as-tasks-summary = Both sleep at the same time: two seconds. Step through it to see why.
lesson-cancel-and-errors-title = Errors and cancellation
lesson-cancel-and-errors-summary = One returns, one fails, one is cancelled: what gather makes of them.
lesson-producer-consumer-title = Producers and consumers
lesson-producer-consumer-summary = Two put values into a queue, two take them out.
lesson-done-callback-title = Done callbacks
lesson-done-callback-summary = A function that is called when a task is done, before whoever awaits it goes on.
lesson-scheduled-not-started-title = Does create_task start the task?
lesson-scheduled-not-started-summary = It puts it into the ready queue. The task starts when main gives up control.
lesson-never-awaited-title = A coroutine that nobody awaits
lesson-never-awaited-summary = Calling a coroutine function makes a coroutine object and runs nothing.
lesson-loop-in-a-loop-title = A loop inside a loop
lesson-loop-in-a-loop-summary = Why asyncio.run() cannot be called where a loop runs already.
lesson-no-gain-for-cpu-title = Tasks and pure computation
lesson-no-gain-for-cpu-summary = Computing never gives up control: two tasks take as long as one after the other.
lesson-blocking-in-a-task-title = A blocking call in a task
lesson-blocking-in-a-task-summary = It stops every task. Choose to_thread: in a thread it stops none.
lesson-threads-title = The same crawl with threads
lesson-threads-summary = Functions that block, as many at once as the pool has threads.
lesson-first-error-title = The first error
lesson-first-error-summary = gather raises it at once; the others go on until main is done, and are cancelled then.
lesson-timeout-title = What takes too long
lesson-timeout-summary = wait_for cancels one page, timeout a stretch of code; what is cancelled can clean up.
lesson-retry-title = Trying again
lesson-retry-summary = A page that often fails, tried again after growing pauses with jitter.
lesson-semaphore-title = A limit on how many run at once
lesson-semaphore-summary = A semaphore with two places: four pages, two at a time, six seconds.
lesson-rate-limit-title = So many a second
lesson-rate-limit-summary = A bucket of tokens: each page takes one, two come back a second.
lesson-ten-thousand-title = Ten thousand pages
lesson-ten-thousand-summary = A task for each, a hundred at a time: nine minutes of waiting in under six seconds.
lesson-movies-in-turn-title = A movie crawl, page by page
lesson-movies-in-turn-summary = A list and a page for each movie, one request at a time.
lesson-movies-gather-title = A movie crawl, all at once
lesson-movies-gather-summary = The same pages, fetched together: a fraction of the time.

group-first = From a loop to tasks
group-workers = Two workers, step by step
group-why = What readers ask
group-blocking = Computing, blocking, threads
group-failing = When a page fails
group-many = How many at once
group-more = Errors, queues, callbacks
group-crawl = A real crawl

## Parameters

parameter-urls = pages
parameter-urls-help = Names of pages; each takes as many seconds as the number behind its last _.
parameter-worker_1-help = How long worker_1 sleeps.
parameter-worker_2-help = How long worker_2 sleeps.
parameter-worker_3-help = How long worker_3 sleeps.
parameter-cancel_after-help = When main cancels worker_3.
parameter-return_exceptions-help = Whether gather gives errors as results or raises the first.
parameter-python-help = As which version of Python the list is printed.
parameter-producers-help = How many tasks put values into the queue.
parameter-consumers-help = How many tasks take values out of it.
parameter-items-help = How many values each producer puts.
parameter-produce_pause-help = How long a producer sleeps after each value.
parameter-consume_pause-help = How long a consumer sleeps after each value.
parameter-maxsize-help = How many values fit into the queue; 0 for any number.
parameter-stop_after-help = When main cancels the consumers.
parameter-seed-help = Where the random values start; the same seed gives the same values.
parameter-site-help = The list page. On the simulated clock a recorded crawl of the demo site is played.
parameter-proxy-help = The proxy that fetches for this page when the clock is live.
parameter-limit-help = How many movies of the list are looked at.
parameter-concurrency-help = How many requests may be under way at once.
parameter-busy-help = How long main keeps control before it awaits anything.
parameter-awaited-help = Whether main awaits the coroutines after all.
parameter-broken-help = Which page of the list raises an error, counted from 1; 0 for none.
parameter-main_stays-help = How long main goes on after the error.
parameter-timeout-help = How long main waits before it gives up.
parameter-call-help = How crawl_page is called: in the loop, where it blocks, or in a thread.
parameter-threads-help = How many threads the pool has at most.
parameter-failures-help = How many of a hundred tries fail.
parameter-attempts-help = How often a page is tried before it is given up.
parameter-pause-help = The first pause in seconds; each that follows is twice as long, and up to as much again by chance.
parameter-rest-help = How long a crawler rests after each page, before the next may have its place.
parameter-rate-help = How many tokens come back a second.
parameter-burst-help = How many tokens the bucket holds; so many pages may start at once.
parameter-pages-help = How many pages there are.

## Wrong values

refused-seconds = “{ $value }” is not a time here; give seconds from 0 to { $max }, like 1.5.
refused-count = “{ $value }” does not fit; give a whole number from { $min } to { $max }.
refused-choice = “{ $value }” is not a choice here; choose one of { $options }.
refused-url-count = { $count ->
    [0] There is no page in the list; give from 1 to { $max }, like url_1,url_2.
   *[other] { $count } pages are too many; give from 1 to { $max }.
  }
refused-url-number = “{ $url }” does not say how long it takes; end it with seconds behind a _, like url_3.
refused-url-seconds = “{ $url }” takes too long; give at most { $max } seconds.
refused-address = “{ $value }” is no address; give one like http://127.0.0.1:8082/.
refused-parameter = This lesson has no parameter “{ $name }”; it has { $options }.
refused-parameter-none = This lesson has no parameter “{ $name }”; nothing can be changed in it.
refused-lesson = There is no lesson “{ $value }”; “{ $instead }” is shown instead.
refused-compare = There is no lesson “{ $value }” to compare with.
refused-speed = “{ $value }” is no speed; give a number from 0.1 to 100.
refused-attribute = “{ $value }” is not a value of { $name }; it is one of { $options }.

## Errors of a run

error-ProxyUnreachable = The proxy at { $about } does not answer. Start it with “interleave serve”, or change its address.
error-ProxyRefused = The proxy did not fetch the page: { $about }
error-NotRecorded = The recorded crawl does not hold { $about }. Switch the clock to live to fetch it.
error-HttpError = The site answered with status { $about }.
error-PageError = { $about } does not look like the list that this lesson reads.
error-other = The program raised { $kind }: { $message }
error-limit-steps = The run took { $about } steps, as many as a run may. A loop that never ends may be why.
error-limit-tasks = The run created { $about } tasks, as many as a run may.
error-limit-events = The run recorded { $about } events, as many as a trace may hold.
error-limit-lines = The run printed { $about } lines, as many as a run may.
error-limit-queued = A queue held { $about } items, as many as it may: its producers outrun its consumers.
error-limit-step = A step went on for { $about } s without an await. A loop that never ends may be why.
error-limit-stuck = Every task waits, and nothing is left that could wake one. asyncio would wait for ever.
error-load = Interleave could not be loaded: { $message }. Reload the page to try again.

## Labels in the picture; behind | the form for less room

label-sleeps = sleeps { $seconds } | { $seconds }
label-waits-for = waits for { $name } | { $name }
label-waits-for-many = waits for { $count } tasks | { $count } tasks
label-waits-future = waits
label-waits-to-get = waits for an item | an item
label-waits-to-put = waits for room | room
label-waits-permit = waits for a place | a place
label-waits-lock = waits for a lock | lock
label-waits-event = waits for an event | event
label-waits-condition = waits for a condition | condition
label-waits-barrier = waits at a barrier | barrier
label-waits-to-join = waits for the work | the work
label-waits-for-any = waits for any of { $count } | any of { $count }
label-waits-thread = waits for a thread | a thread
label-fetches = fetches { $name } | { $name }
label-blocks = blocks the loop { $seconds } | { $seconds }
label-works = works for { $name } | { $name }
label-seconds = { $seconds } s
label-cancelled = cancelled
label-queue = queue { $name }
label-most = max { $count }

## What a task does, for the facts of a span

state-ready = is ready and waits its turn
state-ready-by = is ready, because of { $by }, and waits its turn
state-running = runs
state-blocking = blocks the loop: nobody else runs
state-working = works for { $task }, beside the loop
state-idle = waits for a job
state-sleeping = sleeps
state-waits-task = waits for { $other }
state-waits-gather = waits for { $count ->
    [one] one task
   *[other] { $count } tasks
  }
state-waits-get = waits for an item of the queue
state-waits-put = waits for room in the queue
state-waits-permit = waits for a place of the semaphore
state-waits-future = waits for a future
state-waits-lock = waits until the lock is released
state-waits-event = waits until the event is set
state-waits-condition = waits to be notified of the condition
state-waits-barrier = waits at the barrier for the others
state-waits-join = waits until all items of the queue are worked off
state-waits-any = waits for { $count ->
    [one] one task
   *[other] some of { $count } tasks
  }
state-waits-group = waits for { $count ->
    [one] the last task of its group
   *[other] the { $count } tasks of its group
  }
state-waits-thread = waits for a job in a thread
state-fetching = fetches { $url }
state-holds = queue { $number } holds { $count ->
    [0] nothing
    [one] one item
   *[other] { $count } items
  }, at most { $most }

## What happens, step by step

run-starts = The run starts.
run-ends = Nothing is left to do: the loop closes at { $time }.
creates = { $task } creates { $names }, which { $count ->
    [one] waits
   *[other] wait
  } in the ready queue.
creates-many = { $task } creates { $count } tasks, which wait in the ready queue.
step-first = The loop takes { $task } from the ready queue; it begins.
step-timer = The sleep of { $task } is over; it goes on.
step-timed-out = The time of { $task } is up: its await is cancelled, and it goes on from there.
step-fetch = The answer for { $task } has come; it goes on.
step-thread = { $thread } is done with the job of { $task }, which goes on.
step-done = { $by } has ended, so { $task } goes on.
step-woken = { $by } made { $task } ready; it goes on.
step-again = It is the turn of { $task }; it goes on.
prints = It prints “{ $text }”.
prints-many = It prints { $count } lines.
logs = The loop logs: { $text }
blocks = { $task } blocks the loop for { $seconds }: until { $time } nobody runs.
calls-back = { $task } has ended, so its callback is called.
cancels = It asks { $task } to stop.
cancels-left = The loop cancels { $task }, which is left.
raised-into = The error of { $task } is raised at its await.
cancel-delivered = The cancellation reaches it at its await.
puts = It puts an item into the queue, which now holds { $count }.
gets = It takes an item from the queue, which now holds { $count }.
job-begins = { $thread } takes the job and works beside the loop, which goes on.
job-ends = { $thread } is done with its job and tells the loop.
thread-starts = The pool starts { $thread }.
thread-prints = { $thread } prints “{ $text }”.
answers = { $status ->
    [0] The request ended without an answer.
   *[other] An answer has come, with status { $status }.
  }
main-ended = main is done, and with it the run.
limit-reached = { $limit ->
    [steps] The run took { $count } steps, as many as it may, and ends here.
    [tasks] The run created { $count } tasks, as many as it may, and ends here.
    [events] The run recorded { $count } events, as many as it may, and ends here.
    [lines] The run printed { $count } lines, as many as it may, and ends here.
    [queued] A queue held { $count } items, as many as it may; the run ends here.
    [step] A step went on for { $count } s without an await; the run ends here.
   *[stuck] Every task waits, and nothing is left that could wake one; the run ends here.
  }
end-yields = { $task } lets the others go first and joins the end of the ready queue.
end-sleeps = { $task } goes to sleep for { $seconds } and gives up control.
end-waits-task = { $task } waits for { $other } and gives up control.
end-waits-gather = { $task } waits for { $count ->
    [one] one task
   *[other] { $count } tasks
  } and gives up control.
end-waits-future = { $task } waits for a future and gives up control.
end-waits-get = The queue is empty: { $task } waits for an item and gives up control.
end-waits-put = The queue is full: { $task } waits for room and gives up control.
end-waits-permit = No place is free: { $task } waits for one and gives up control.
end-waits-lock = Somebody else holds the lock: { $task } waits for it and gives up control.
end-waits-event = The event is not set yet: { $task } waits for it and gives up control.
end-waits-condition = { $task } releases the lock of the condition, waits to be notified and gives up control.
end-waits-barrier = Not all have come to the barrier yet: { $task } waits for them and gives up control.
end-waits-join = The items of the queue are not all worked off: { $task } waits for that and gives up control.
end-waits-any = { $task } waits until { $count ->
    [one] one task is done
   *[other] enough of { $count } tasks are done
  }, and gives up control.
end-waits-group = The body of the group is done: { $task } waits for { $count ->
    [one] the task that is left in it
   *[other] the { $count } tasks that are left in it
  }, and gives up control.
end-waits-thread = { $task } leaves the job to a thread, waits for its result and gives up control.
end-fetches = { $task } asks for { $url } and gives up control.
end-finished = { $task } is done and leaves the loop.
end-returned = { $task } is done; it returns { $value }.
end-raised = { $task } ends with { $error }.
end-cancelled = { $task } is cancelled and leaves the loop.
idle-timer = Nothing is ready, so the loop waits for the first timer: at { $time } { $task } wakes.
waits-timer = Nothing is ready: the loop waits until { $time }, when { $task } wakes.
waits-fetch = Nothing is ready: the loop waits for the network.
idle-thread = Nothing is ready, so the loop waits for { $thread } until { $time }.
idle-fetch = Nothing is ready, so the loop waits for the network until { $time }.
