# Everything a reader sees, in English.
# Words in braces are filled in; `$count` decides between singular and plural.
# A sentence names its subject: the loop, a task, a thread.

## The language

# Its own name, as the page's choice of languages shows it.
language-name = English
# What is between two sentences.
sentence-space = { " " }

## The page

page-title = Interleave: asynchronous code that shows itself
page-about = Rust futures on an event loop with asyncio’s order of events, recorded step by step.
page-lesson = Lesson
page-language = Language
page-theme = Colours
theme-auto = Auto
theme-light = Light
theme-dark = Dark
page-embed = Embed
page-embed-help = Paste this HTML into your page. It shows this lesson with the current values.
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
parameters-none = This lesson has no parameters: press Play.
reset = Reset
undo = Undo
redo = Redo
undone = Undone.
redone = Redone.
edited = { $name } = { $seconds }
edit-none = The length of this span is not the value of a parameter.
axis = Axis
axis-auto = automatic
axis-elastic = elastic
axis-time = time
axis-order = order
clock = Clock
clock-simulated = simulated
clock-live = live
clock-simulated-help = Sleeps take no real time, and every run is the same.
clock-live-help = Sleeps and requests take real time.
speed = Speed
speed-value = { $speed }×
speed-fixed = A live crawl runs at its own speed.
play = Play
pause = Pause
run = Run
stop = Stop
step-back = Back
step-forward = Next step
to-start = To the start
to-end = To the end
position = step { $step } of { $steps }
time-of = { $now } / { $end }
wall-time = Wall time
wall-time-running = running
first-step = Running: the first step has not ended yet.
console-empty = The program has printed nothing yet.
console-more = { $count ->
    [one] one more line
   *[other] { $count } more lines
  }
legend-running = runs
legend-ready = ready, waits to run
legend-sleeping = sleeps
legend-waiting = waits for another task
legend-fetching = fetches
legend-blocking = blocks the loop
legend-working = a thread runs a job, outside the loop
legend-idle = a thread waits for a job
legend-asked = requests a cancellation
legend-delivered = a cancellation arrives at an await; hollow: the task continues
legend-raised = the error of another task is raised at an await
legend-moment = grey: one instant, stretched to show the order of its steps
timeline-keys = Arrow keys step; Home and End go to the ends; Space plays; W and S zoom; comma and full stop select spans; brackets make the selected sleep shorter and longer; question mark lists all keys.
keys-title = Keys of the timeline
keys-step = step forward and back
keys-ends = to the start, to the end
keys-play = play, pause
keys-zoom = zoom in, zoom out
keys-move = move along the run
keys-rows = taller rows, lower rows
keys-span = previous span, next span
keys-fold = fold the lanes below the selected lane, unfold them
keys-fold-all = fold all lanes, unfold all
keys-length = make the selected sleep shorter, longer
keys-length-ten = the same, ten steps at a time
keys-undo = undo, redo a change of values
keys-fit = show the selected span
keys-all = show the whole run
keys-help = this list
keys-pointer = Ctrl and the wheel, or two fingers, zoom; with Shift they change the height of the rows. In a zoomed picture, drag the picture to move along the run; drag the axis to move the playhead. A sleep with a handle is as long as a parameter says: drag the handle to change the parameter; Escape cancels the drag.
zoom = Zoom
zoom-in = Zoom in
zoom-out = Zoom out
zoom-all = Show the whole run
find-task = Find a task
close = Close
compare = Compare with another run
compare-none = Compare …
compare-keep = this version, as it is now
compare-own = default values
compare-with = Compared with: { $title }
compare-end = Stop comparing
compare-shorter = { $by } shorter: { $mine } instead of { $other }
compare-longer = { $by } longer: { $mine } instead of { $other }
compare-same = Same length: { $mine }
region-statistics = Statistics
statistics-none = Run the program first.
statistics-chart = Concurrency
statistics-concurrency = Up to { $most } tasks at once, { $average } on average.
statistics-no-time = The run took no time.
statistics-path = Critical path: what took so long
statistics-path-help = The chain of waits that made the run as long as it was. All other work ended before this chain did.
statistics-path-none = No wait between the first step and the last took any time.
statistics-path-more = … and so on.
statistics-light = Show on the timeline
statistics-times = Time by task
statistics-task = task
statistics-steps = steps
statistics-running = ran
statistics-ready = was ready
statistics-sleeping = slept
statistics-waiting = waited
statistics-sum = total
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
loop-none = none
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
transcript-empty = Nothing has run yet.
transcript-keys = Arrow keys move in the list; Enter moves the playhead to the entry.
transcript-entry = { $number }. { $time }, { $task }: { $said }
transcript-entry-loop = { $number }. { $time }: { $said }
export = Export
export-svg = Picture (SVG)
export-png = Picture (PNG)
export-chrome-trace = For trace viewers (Chrome trace)
export-json = Recording (JSON)
export-text = Transcript (text)
export-running = The run has not ended yet: export it when it has.
export-long = The run has { $count ->
    [one] one event
   *[other] { $count } events
  }, more than the { $most } that such a file may hold; export it as PNG.
export-canvas = The browser cannot make a picture of this size; export it as SVG.
open-run = Open a recording …
open-none = “{ $file }” is not a recording: choose a JSON file that this page exported or that “interleave run --format json” wrote.
open-damaged = “{ $file }” is damaged: its parts contradict each other. Export the run again.
open-lesson = “{ $file }” is a recording of { $lesson }, which is not a lesson of this page; “interleave run” shows it.
recorded-run = recording: { $file }
loading = Loading …
seconds = { $value } s
unit-seconds = s
poster-of = Poster: { $text }
outcome-raised = ended with an error
outcome-stopped = stopped
outcome-limit = hit a limit

## The course

page-skip = Skip to the timeline
page-title-of = { $title } · Interleave
intro-what = See asyncio run, step by step, in your browser.
intro-do = Press “Next step”, then drag the end of a sleep.
page-lessons = Lessons
page-more = More
page-pager = Previous and next lesson
page-docs = Python’s documentation of this
lesson-count = { $number } of { $count }
lesson-done = (done)
lesson-next = Next: { $title }
page-question = Question
question-right = Right: { $answer }.
question-wrong = Not quite: the answer is { $answer }.
question-is-right = (right)
question-is-wrong = (wrong)
question-watch = Watch it
hint-number = { $number } of { $count }:
hint-step = press “Next step”, and read what happens
hint-drag = drag this end, and watch the rest follow
hint-play = press “Play”
hints-close = Close the hints
region-moment = What happens
region-tools = View and tools
next-second = Next second
pace = How Play continues
pace-reading = reading pace
pace-time = as the clock
keys-second = to the next second
code-copy = Copy
code-copied = Copied
tabs = What is shown below
tab-code = Code
tab-loop = Loop
tab-console = Printed
tab-values = Values
words-title = The words
word-picture = Timeline of main, worker_1 and worker_2 over two seconds, with a number where each word belongs.
word-caption = The lesson “Two workers as tasks”. Dark: the task runs. Yellow: it waits in the ready queue. Blue: it sleeps. Violet: it waits for another task.
word-lead = asyncio does many things with one thread. Six words are enough to say how.
word-coroutine = Coroutine
word-coroutine-is = is what calling an async function gives you. The call runs nothing yet: worker("worker_1", 1) only makes a coroutine. Its code runs in steps, from one await that has to wait to the next; here is the first step of worker_1.
word-task = Task
word-task-is = is a coroutine that the loop runs by itself. create_task makes one; each row of the picture is a task. Awaiting a coroutine directly makes no new task: it runs inside the task that awaits it.
word-loop = Loop
word-loop-is = is the event loop. It runs one task at a time: in the picture, no two dark blocks stand above each other. When a task stops running, the loop takes the next one.
word-queue = Ready queue
word-queue-is = is the line of tasks that could run now. The first to enter is the first to run. A new task enters at its end, so it does not start until its creator lets go.
word-timer = Timer
word-timer-is = wakes a sleeping task. asyncio.sleep(1) sets a timer for one second later. When the timer fires, the task enters the ready queue again. When the queue is empty, the loop waits for the next timer.
word-control = Giving up control
word-control-is = is what a task does at an await that has to wait. Only there can another task run. Between two such awaits nothing interrupts a task, however long it computes.
word-on = Now step through the lessons: at each step the page shows which task runs, who is in the ready queue, and which timers are set.

## Lessons

lesson-blocking-title = A plain loop
lesson-blocking-summary = Four pages, one after the other, with a sleep that blocks the loop: ten seconds.
lesson-await-in-turn-title = async and await alone
lesson-await-in-turn-summary = Still ten seconds: each await finishes before the next call starts.
lesson-tasks-title = One task per page
lesson-tasks-summary = Tasks run while other tasks sleep: the run is as long as the slowest page, four seconds.
lesson-gather-title = Four pages with gather
lesson-gather-summary = One await for all tasks: four seconds.
lesson-workers-in-turn-title = Two workers in turn
lesson-workers-in-turn-summary = worker_2 starts when worker_1 is done: three seconds.
lesson-workers-as-tasks-title = Two workers as tasks
lesson-workers-as-tasks-summary = Both workers sleep at the same time: two seconds. Step through the run to see why.
lesson-cancel-and-errors-title = Errors and cancellation
lesson-cancel-and-errors-summary = One worker returns, one fails, one is cancelled: how gather reports them.
lesson-producer-consumer-title = Producers and consumers
lesson-producer-consumer-summary = Two tasks put values into a queue, two take values out.
lesson-done-callback-title = Done callbacks
lesson-done-callback-summary = A function that the loop calls when a task is done, before the task that waits for it resumes.
lesson-scheduled-not-started-title = Does create_task start the task?
lesson-scheduled-not-started-summary = create_task puts the task into the ready queue. The task starts when main gives up control.
lesson-never-awaited-title = A coroutine that is never awaited
lesson-never-awaited-summary = Calling a coroutine function makes a coroutine object and runs nothing.
lesson-loop-in-a-loop-title = A loop inside a loop
lesson-loop-in-a-loop-summary = Why asyncio.run() cannot be called from a running event loop.
lesson-no-gain-for-cpu-title = Tasks and pure computation
lesson-no-gain-for-cpu-summary = A computation never gives up control: two tasks take as long as one after the other.
lesson-blocking-in-a-task-title = A blocking call in a task
lesson-blocking-in-a-task-summary = A blocking call stops every task. Choose to_thread: in a thread the call stops none.
lesson-threads-title = The same crawl with threads
lesson-threads-summary = Blocking functions in a thread pool: as many run at once as the pool has threads.
lesson-first-error-title = The first error
lesson-first-error-summary = gather raises the first error at once; the other tasks continue until main is done, and are cancelled then.
lesson-timeout-title = Timeouts
lesson-timeout-summary = wait_for cancels one page, timeout a block of code; a cancelled coroutine can clean up.
lesson-retry-title = Retries with backoff
lesson-retry-summary = A page that often fails is tried again after growing pauses with jitter.
lesson-semaphore-title = Semaphore: how many run at once
lesson-semaphore-summary = A semaphore with two permits: four pages, two at a time, six seconds.
lesson-rate-limit-title = Rate limit
lesson-rate-limit-summary = A token bucket: each page takes a token, and two tokens come back per second.
lesson-ten-thousand-title = Ten thousand pages
lesson-ten-thousand-summary = One task per page, a hundred at a time: nine minutes of waiting in under six seconds.
lesson-movies-in-turn-title = A movie crawl, page by page
lesson-movies-in-turn-summary = One list and a page per movie, one request at a time.
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
parameter-urls-help = Names of pages; each page takes as many seconds as the number after the last underscore.
parameter-worker_1-help = How long worker_1 sleeps.
parameter-worker_2-help = How long worker_2 sleeps.
parameter-worker_3-help = How long worker_3 sleeps.
parameter-cancel_after-help = After how long main cancels worker_3.
parameter-return_exceptions-help = Whether gather returns errors as results or raises the first one.
parameter-python-help = The version of Python whose way of printing the list is used.
parameter-producers-help = How many tasks put values into the queue.
parameter-consumers-help = How many tasks take values out of the queue.
parameter-items-help = How many values each producer puts.
parameter-produce_pause-help = How long a producer sleeps after each value.
parameter-consume_pause-help = How long a consumer sleeps after each value.
parameter-maxsize-help = How many values fit into the queue; 0 for any number.
parameter-stop_after-help = After how long main cancels the consumers.
parameter-seed-help = The seed of the random values; the same seed gives the same values.
parameter-site-help = The list page. On the simulated clock, a recorded crawl of the demo site is replayed.
parameter-proxy-help = The proxy through which this page fetches when the clock is live.
parameter-limit-help = How many movies of the list are crawled.
parameter-concurrency-help = How many requests may run at once.
parameter-busy-help = How long main keeps control before its first await.
parameter-awaited-help = Whether main awaits the coroutines in the end.
parameter-broken-help = Which page of the list raises an error, counted from 1; 0 for none.
parameter-main_stays-help = How long main continues after the error.
parameter-timeout-help = How long main waits before the timeout cancels the wait.
parameter-call-help = How crawl_page is called: in the loop, which it blocks, or in a thread.
parameter-threads-help = How many threads the pool has at most.
parameter-failures-help = How many of a hundred attempts fail.
parameter-attempts-help = How many times a page is tried before crawl_page gives up.
parameter-pause-help = The first pause, in seconds; each later pause is twice as long, plus a random jitter of up to the same length.
parameter-rest-help = How long a crawler rests after each page before it releases its permit.
parameter-rate-help = How many tokens come back per second.
parameter-burst-help = How many tokens the bucket holds; as many pages may start at once.
parameter-pages-help = How many pages there are.

# Help that holds in one lesson only: lesson-LESSON-PARAMETER-help.
lesson-no-gain-for-cpu-worker_1-help = How long worker_1 computes.
lesson-no-gain-for-cpu-worker_2-help = How long worker_2 computes.

## Wrong values

refused-seconds = “{ $value }” does not fit. Enter seconds, 0 to { $max }.
refused-count = “{ $value }” does not fit. Enter a whole number, { $min } to { $max }.
refused-choice = “{ $value }” is not an option. Choose one of { $options }.
refused-url-count = { $count ->
    [0] There is no page in the list. Enter 1 to { $max } pages, like url_1,url_2.
   *[other] { $count } pages are too many. Enter 1 to { $max } pages.
  }
refused-url-number = “{ $url }” does not say how long the page takes. End the name with an underscore and seconds, like url_3.
refused-url-seconds = “{ $url }” is too long. Enter at most { $max } seconds.
refused-address = “{ $value }” is not an address. Enter one like http://127.0.0.1:8082/.
refused-parameter = This lesson has no parameter “{ $name }”; its parameters are { $options }.
refused-parameter-none = This lesson has no parameter “{ $name }”, and no other one.
refused-lesson = There is no lesson “{ $value }”; the page shows “{ $instead }” instead.
refused-compare = There is no lesson “{ $value }” to compare with.
refused-speed = “{ $value }” is not a speed. Enter a number, 0.1 to 100.
refused-attribute = “{ $value }” is not a value of { $name }. Its values are { $options }.

## Errors of a run

error-ProxyUnreachable = The proxy at { $about } does not answer. Start it with “interleave serve”, or change the address of the proxy.
error-ProxyRefused = The proxy did not fetch the page: { $about }
error-NotRecorded = The recorded crawl has no response for { $about }. Set the clock to live to fetch it.
error-HttpError = The site returned status { $about }.
error-PageError = { $about } does not look like the page that this lesson reads.
error-other = The program raised { $kind }: { $message }
error-limit-steps = The run hit its limit of { $about } steps. A loop that never ends may be the cause.
error-limit-tasks = The run hit its limit of { $about } tasks.
error-limit-events = The run hit its limit of { $about } recorded events.
error-limit-lines = The run hit its limit of { $about } printed lines.
error-limit-queued = A queue hit its limit of { $about } items: the producers are faster than the consumers.
error-limit-step = One step ran for { $about } s without an await, which is the limit. A loop that never ends may be the cause.
error-limit-stuck = Every task waits, and nothing is left that could wake one: a deadlock. asyncio would wait for ever.
error-load = Interleave could not be loaded: { $message }. Reload the page to try again.

## Labels in the picture; behind | the form for less room

label-sleeps = sleeps { $seconds } | { $seconds }
label-waits-for-task = waits for { $name } | { $name }
label-waits-for-gather = waits for { $count } tasks | { $count } tasks
label-waits-for-group = waits for { $count } tasks | { $count } tasks
label-waits-for-future = waits for a future | future
label-waits-to-get = waits for an item | an item
label-waits-to-put = waits for a free slot | a free slot
label-waits-for-permit = waits for a permit | a permit
label-waits-for-lock = waits for a lock | a lock
label-waits-for-event = waits for an event | event
label-waits-for-condition = waits for a condition | condition
label-waits-for-barrier = waits at a barrier | barrier
label-waits-to-join = waits for all items | all items
label-waits-for-any = waits for any of { $count } | any of { $count }
label-waits-for-thread = waits for a thread | a thread
label-fetches = fetches { $name } | { $name }
label-blocks = blocks the loop { $seconds } | { $seconds }
label-works = works for { $name } | { $name }
label-seconds = { $seconds } s
label-cancelled = cancelled
label-queue = queue { $name }
label-most = max { $count }

## What a task does, for the facts of a span

state-ready = is in the ready queue
state-ready-by = is in the ready queue, made ready by { $by }
state-running = runs
state-blocking = blocks the loop: no other task runs
state-working = runs a job for { $task }, outside the loop
state-idle = waits for a job
state-sleeping = sleeps
state-waits-for-task = waits for { $other }
state-waits-for-gather = waits for { $count ->
    [one] one task
   *[other] { $count } tasks
  }
state-waits-to-get = waits for an item of the queue
state-waits-to-put = waits for a free slot in the queue
state-waits-for-permit = waits for a permit of the semaphore
state-waits-for-future = waits for a future
state-waits-for-lock = waits until the lock is released
state-waits-for-event = waits until the event is set
state-waits-for-condition = waits to be notified of the condition
state-waits-for-barrier = waits at the barrier for the other tasks
state-waits-to-join = waits until all items of the queue are processed
state-waits-for-any = waits for { $count ->
    [one] one task
   *[other] some of { $count } tasks
  }
state-waits-for-group = waits for { $count ->
    [one] the last task of its task group
   *[other] the { $count } tasks of its task group
  }
state-waits-for-thread = waits for the result of a job in a thread
state-fetches = fetches { $url }
measure-size = { $value ->
    [one] one byte
   *[other] { $value } bytes
  }
state-holds = queue { $number } holds { $count ->
    [0] nothing
    [one] one item
   *[other] { $count } items
  }, at most { $most }

## What happens, step by step

# What has control: a task, or the part of the program that is in no task.
actor = { $task ->
    [0] The program
    [1] The callback
   *[other] { $task }
  }
run-starts = The run starts.
run-ends = Nothing is left to do: the loop closes at { $time }.
creates = { $task } creates { $names }, which { $count ->
    [one] waits
   *[other] wait
  } in the ready queue.
creates-many = { $task } creates { $count } tasks, which wait in the ready queue.
step-first = The loop takes { $task } from the ready queue, and { $task } starts.
step-timer = The sleep of { $task } is over, and { $task } resumes.
step-timed-out = The timeout of { $task } has expired: the await of { $task } is cancelled, and { $task } resumes there.
step-fetch = The request of { $task } is over, and { $task } resumes.
step-thread = { $thread } has finished the job of { $task }, and { $task } resumes.
step-done = { $by } has ended, so { $task } resumes.
step-woken = { $by } made { $task } ready, and { $task } resumes.
step-again = { $task } is next in the ready queue, and resumes.
prints = { actor } prints “{ $text }”.
prints-many = { actor } prints { $count } lines.
logs = The loop logs: { $text }
blocks = { $task } blocks the loop for { $seconds }: no other task runs until { $time }.
calls-back = { $task } has ended, so the loop calls the done callback of { $task }.
cancels = { $task } requests the cancellation of { $other }.
cancels-loop = The loop requests the cancellation of { $task }.
cancels-left = The loop cancels { $task }, which has not ended.
raised-into = The error of { $other } is raised in { $task }, at its await.
cancel-delivered = { $task } gets the cancellation at its await (CancelledError).
puts = { actor } puts an item into the queue, which now holds { $count }.
gets = { actor } takes an item from the queue, which now holds { $count }.
job-begins = { $thread } takes a job and runs it outside the loop; the loop continues.
job-ends = { $thread } has finished its job and notifies the loop.
thread-starts = The thread pool starts { $thread }.
thread-prints = { $thread } prints “{ $text }”.
answers = { $status ->
    [0] The request of { $task } failed: no answer from { $host }.
   *[other] The response for { $task } has arrived, with status { $status }.
  }
main-ended = main has ended, and the run ends with it.
limit-reached = { $limit ->
    [steps] The run hit its limit of { $count } steps and ends here.
    [tasks] The run hit its limit of { $count } tasks and ends here.
    [events] The run hit its limit of { $count } recorded events and ends here.
    [lines] The run hit its limit of { $count } printed lines and ends here.
    [queued] A queue hit its limit of { $count } items; the run ends here.
    [step] One step ran for { $count } s without an await, which is the limit; the run ends here.
   *[stuck] Every task waits, and nothing is left that could wake one: a deadlock. The run ends here.
  }
end-yields = { $task } gives up control and joins the end of the ready queue.
end-sleeps = { $task } goes to sleep for { $seconds } and gives up control.
end-waits-for-task = { $task } waits for { $other } and gives up control.
end-waits-for-gather = { $task } waits for { $count ->
    [one] one task
   *[other] { $count } tasks
  } and gives up control.
end-waits-for-future = { $task } waits for a future and gives up control.
end-waits-to-get = The queue is empty: { $task } waits for an item and gives up control.
end-waits-to-put = The queue is full: { $task } waits for a free slot and gives up control.
end-waits-for-permit = The semaphore has no free permit: { $task } waits for a permit and gives up control.
end-waits-for-lock = Another task holds the lock: { $task } waits for the lock and gives up control.
end-waits-for-event = The event is not set: { $task } waits for the event and gives up control.
end-waits-for-condition = { $task } releases the lock of the condition, waits to be notified and gives up control.
end-waits-for-barrier = The barrier is not full yet: { $task } waits for the other tasks and gives up control.
end-waits-to-join = Items of the queue are still to be processed: { $task } waits for all of them and gives up control.
end-waits-for-any = { $task } waits until { $count ->
    [one] one task is done
   *[other] enough of { $count } tasks are done
  }, and gives up control.
end-waits-for-group = The body of the task group is done: { $task } waits for { $count ->
    [one] the last task of the group
   *[other] the { $count } tasks that are left in the group
  } and gives up control.
end-waits-for-thread = { $task } hands a job to a thread, waits for the result and gives up control.
end-fetches = { $task } requests { $url } and gives up control.
end-finished = { $task } is done and leaves the loop.
end-returned = { $task } is done and returns { $value }.
end-raised = { $task } ends with { $error }.
end-cancelled = { $task } is cancelled and leaves the loop.
idle-timer = The ready queue is empty, so the loop waits for the next timer: at { $time } { $task } wakes.
waits-timer = The ready queue is empty: the loop waits until { $time }, when { $task } wakes.
waits-fetch = The ready queue is empty: the loop waits for the network.
idle-thread = The ready queue is empty, so the loop waits for { $thread } until { $time }.
idle-fetch = The ready queue is empty, so the loop waits for the network until { $time }.
