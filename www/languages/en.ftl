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
page-needs = interleave.py: what this listing imports, for plain Python
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
edit-nothing = Nothing is selected. The keys . and , go from span to span.
edit-written = The code itself says this length, and no value does.
edit-computed = The code computes this length. To change it, change { $names }.
edit-random = This length is random: it is drawn anew with other values of { $names }.
edit-cancelled = This sleep was cancelled before its end. To change its length, change { $name }.
edit-cut = The run was over before the end of this sleep.
edit-network = The network took this long to answer, and no value says so.
edit-other = Only the end of a sleep, or of work that blocks, can be dragged. How long this span lasts follows from the others.
edit-narrow = Zoom in to drag the end of this sleep, or select it and press [ or ].
edit-order = This axis shows the order of steps, and not time. Choose another one to drag ends.
edit-going = The run is not over. Then its sleeps can be dragged.
edit-live = On the live clock a sleep lasts as long as it did. On the simulated clock its end can be dragged.
edit-large = This run is too large to be run again with each move of a pointer. Change the values instead.
edit-compared = This run stays as it is: it is compared with the one above.
edit-recorded = This run was recorded, and is not run again.
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
run-live = On the live clock sleeps and requests take real time. Press “Run”.
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
first-step = Running: the first turn has not ended yet.
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
legend-moment = grey: one instant, stretched to show the order of its turns
legend-pale = pale: still to come
legend-endings = end of a lane: ✓ returned, ✕ raised, □ cancelled
timeline-keys = The left and right arrow keys step; up and down change the lane; Home and End go to the ends; Space plays; W and S zoom; comma and full stop select spans; brackets make the selected sleep shorter and longer; question mark lists all keys.
keys-title = Keys of the timeline
keys-step = step forward and back
keys-lane = select the lane above, below
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
keys-find = find a task by its name
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
compare-above = in the run above
compare-below = in the run below
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
statistics-steps = turns
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
loop-callback = callback of { $task }
loop-gather = gather counts { $task }
loop-deadline = deadline of { $task }
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
open-run = Open a recording or a program …
open-none = “{ $file }” is not a recording: choose a JSON file that this page exported or that “interleave run --format json” wrote.
open-damaged = “{ $file }” is damaged: its parts contradict each other. Export the run again.
open-lesson = “{ $file }” is a recording of { $lesson }, which is not a lesson of this page, and the file does not have the program: record it again with “interleave run”.
open-missing = “{ $file }” could not be loaded ({ $why }): check its address.
open-large = “{ $file }” is too large to be shown.
open-version = “{ $file }” was recorded by another version of Interleave (format { $version }): record it again.
open-recorded = A recorded run: its steps can be followed, and nothing of it can be changed.
program-run = Run this program
program-edit = Edit
program-back = Back to the lesson
program-new = New program
program-unread = “{ $file }” is no text in UTF-8.
program-save = Save the program
program-loading = Python is loaded: some 3 MB, once …
program-goes-on = Running …
program-find = Find
program-find-next = Next
program-find-previous = Previous
program-find-all = All
program-find-case = Match case
program-find-expression = Expression
program-find-words = Whole words
program-find-close = Close
program-replace = Replace with
program-replace-one = Replace
program-replace-all = Replace all
program-fold = Fold
program-unfold = Unfold
program-wrong = Line { $line }: { $message }
recorded-run = recording: { $file }
loading = Loading …
seconds = { $value } s
unit-seconds = s
poster-of = Poster: { $text }
outcome-raised = ended with an error
outcome-stopped = stopped
outcome-limit = hit a limit

## Sharing: the dialog to embed, and links

embed-title = Share
embed-link = Link to what is shown
embed-copy-link = Copy link
embed-copy-selected = Selected: copy it now
embed-qr = QR code
embed-qr-of = QR code of the link
embed-qr-long = The link is too long for a code that a camera can read. Copy the link instead.
embed-link-long = What is shown is too long for a link. Put it into a page of yours instead.
embed-page = In a page of yours
embed-what = What
embed-what-shown = Shown now: { $name }
embed-view = Parts
embed-view-full = Everything
embed-view-article = Code and timeline
embed-view-compact = Values and timeline
embed-view-timeline = Timeline
embed-code = Code
embed-code-python = Python
embed-code-rust = Rust
embed-code-none = No code
embed-theme = Colours
embed-lang = Language
embed-lang-page = As the page around it
embed-values = With the values as they are now
embed-autorun = Runs when it is first seen
embed-width = Preview
embed-width-phone = On a phone
embed-width-article = In an article
embed-width-page = As wide as a page
embed-kinds = Where it goes
embed-kind-html = HTML
embed-kind-iframe = iframe
embed-kind-markdown = Markdown
embed-kind-myst = MyST
embed-kind-jupyter = Jupyter
embed-kind-react = React
embed-lines = Lines to copy
embed-draws = The picture is being drawn…
embed-help-html = Paste these lines into your page. The picture between the tags is seen before any script, and without scripts.
embed-help-iframe = For places that take no scripts. The frame needs no rights but to run its own.
embed-help-markdown = For books whose build turns such fences into elements.
embed-help-myst = As a widget, with anywidget.js of the package interleave-playground beside the document, or as a frame: take one of the two.
embed-help-jupyter = For a cell of a notebook.
embed-help-react = With the package interleave-playground. In Vue the tag is the same.
embed-beside = Put { $file } beside your page.
embed-link-newer = This link is of version { $name }, which is newer than this page. Reload the page, and open the link once more.
embed-link-broken = This link is broken: it was cut off or changed on its way. Ask for it once more.
embed-link-large = This link holds more than a link may.
embed-link-unknown = The link says “{ $name }”, which this page does not know. The rest is shown.
embed-link-address = The link names an address to connect to ({ $name }). Addresses are not taken from links.

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
lesson-onward = Next lesson
course-begin = Begin the course
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
word-coroutine-is = is what calling an async function gives you: a function that begins with async def. The call runs nothing yet: worker("worker_1", 1) only makes a coroutine. await runs it. Its code runs in turns, from one await that has to wait to the next; here is the first turn of worker_1.
word-task = Task
word-task-is = is a coroutine that the loop runs by itself. asyncio.run makes the first one, main, and create_task makes others; each row of the picture is a task. Awaiting a coroutine directly makes no new task: it runs inside the task that awaits it.
word-loop = Loop
word-loop-is = is the event loop. It runs one task at a time: in the picture, no two dark blocks stand above each other. When a task stops running, the loop takes the next one.
word-queue = Ready queue
word-queue-is = is the line of tasks that could run now. The first to enter is the first to run. A new task enters at its end, so it does not start until its creator lets go.
word-timer = Timer
word-timer-is = wakes a sleeping task. asyncio.sleep(1) sets a timer for one second later. When the timer fires, the task enters the ready queue again. When the queue is empty, the loop waits for the next timer.
word-control = Giving up control
word-control-is = is what a task does at an await that has to wait. Only there can another task run. An await of what is done already does not wait, and gives up nothing. Between two awaits that wait nothing interrupts a task, however long it computes.
word-on = Now step through the lessons: at each step the page shows which task runs, which tasks are in the ready queue, and which timers are set.

## Lessons

lesson-blocking-title = A plain loop
lesson-blocking-summary = Four pages, one after the other, with a sleep that blocks the loop.
lesson-blocking-look = main has the only lane. Each sleep is a shaded stretch in which the loop is blocked, and no two of them overlap.
lesson-blocking-why = time.sleep does not give up control: until the call returns, the loop runs no task and fires no timer. So the times of the pages add up, and it would be the same in several tasks: while one of them is in time.sleep, the others stand still.
lesson-await-in-turn-title = async and await alone
lesson-await-in-turn-summary = async and await, and nothing else changed: each await finishes before the next call starts.
lesson-await-in-turn-look = main still has the only lane, and its sleeps follow one another. Compare with the plain loop: the sleeps are as long, but the loop is not blocked.
lesson-await-in-turn-why = await crawl_page(url) runs crawl_page inside the same task, main: no other task is created. In each sleep main gives up control, but the ready queue is empty, so nothing else runs. The times of the pages still add up.
lesson-tasks-title = One task per page
lesson-tasks-summary = A task for each page: a task runs while other tasks sleep.
lesson-tasks-look = Each page has a lane of its own, and all of them start in the same instant, at main’s first await. The run ends with the page that takes longest.
lesson-tasks-why = create_task makes a task of each coroutine and puts the task into the ready queue. While one task sleeps, the loop runs the tasks that are ready, so the sleeps overlap. That main awaits the tasks in turn holds back none of them.
lesson-gather-title = Four pages with gather
lesson-gather-summary = One await for all tasks.
lesson-gather-look = The pages run as in the lesson with one task per page, but main waits once, for all tasks together. main resumes after the last page.
lesson-gather-why = gather makes a task of each coroutine it is given, and one await waits for all tasks. Its results are in the order of its arguments, whichever task ends first. If a task fails, gather raises that error at once, and the other tasks continue.
lesson-workers-in-turn-title = Two workers in turn
lesson-workers-in-turn-summary = worker_2 starts when worker_1 is done: an await runs a coroutine like a call.
lesson-workers-in-turn-look = main has the only lane: here worker_1 and worker_2 are no tasks. worker_2 prints its first line only after worker_1 has returned.
lesson-workers-in-turn-why = await worker(…) stays in the same task: main runs the worker as it would run a function, and gives up control where the worker sleeps. No other task is there to use that time. So the two sleeps add up.
lesson-workers-as-tasks-title = Two workers as tasks
lesson-workers-as-tasks-summary = Both workers sleep at the same time. Step through the run to see why.
lesson-workers-as-tasks-look = Step to main’s first await: only there do worker_1 and worker_2 start. Then watch their sleeps run side by side, each on its own lane.
lesson-workers-as-tasks-why = create_task puts a task into the ready queue and starts nothing: main keeps control until its first await. A sleep sets a timer and gives up control, so the loop can run the other task meanwhile. The run takes as long as the longer sleep, not as long as both together. An await of a task that is done already does not wait: it goes on at once with the result.
lesson-cancel-and-errors-title = Errors and cancellation
lesson-cancel-and-errors-summary = One worker returns, one fails, one is cancelled: how gather reports them.
lesson-cancel-and-errors-look = Watch how the three workers end: one returns, one raises, and one is cancelled if it still sleeps when main calls cancel. Then watch what arrives at main’s await of gather.
lesson-cancel-and-errors-why = cancel() only asks: CancelledError is raised at the await where the task stands, and a task that awaits the cancelled task gets a CancelledError, too. With return_exceptions=True gather waits for all tasks and returns a list in the order of its arguments, in which an error or a cancellation stands like a result. With False gather raises the first of them at main’s await, and cancels no task.
lesson-producer-consumer-title = Producers and consumers
lesson-producer-consumer-summary = Two tasks put values into a queue, two take values out.
lesson-producer-consumer-look = Follow a value from put to get: if a consumer waits for the value, an arrow leads from the producer to the consumer. The strip above the lanes shows how many values are in the queue.
lesson-producer-consumer-why = get waits while the queue is empty, and put waits while the queue is full; with maxsize 0 the queue is never full. A put wakes the consumer that has waited longest. The consumers never return by themselves, so main cancels them.
lesson-done-callback-title = Done callbacks
lesson-done-callback-summary = A function that the loop calls when a task is done, before the task that waits for it resumes.
lesson-done-callback-look = Watch the moment at which a page ends: the loop calls the done callback one tick later, without a turn of a task. main resumes after the last callback.
lesson-done-callback-why = When a task is done, its done callbacks go into the ready queue, in the order in which they were added. gather added its own callback later than main did, so the result is printed before main resumes. An error in a done callback is only logged.
lesson-scheduled-not-started-title = Does create_task start the task?
lesson-scheduled-not-started-summary = create_task puts the task into the ready queue. The task starts when main gives up control.
lesson-scheduled-not-started-look = After create_task both workers wait in the ready queue for as long as main keeps control. worker_2 never starts: main cancels worker_2 before its first turn.
lesson-scheduled-not-started-why = create_task only schedules a task: its first turn comes when the running task gives up control, at an await that waits. A blocking call gives up nothing. Cancelling a task that never started means that its body never runs.
lesson-ties-and-sleep-zero-title = asyncio.sleep(0): who runs next?
lesson-ties-and-sleep-zero-summary = The order of equal sleeps, of sleep(0), and of an await of a task that is done.
lesson-ties-and-sleep-zero-look = When both sleeps are equal, the task first wakes first, and each sleep(0) lets the other worker run in between. Then watch main await first once more: newcomer starts only at main’s sleep(0).
lesson-ties-and-sleep-zero-why = Equal sleeps end in the order in which they began: on a real clock the later one is due a moment later. sleep(0) sets no timer: the task goes to the end of the ready queue, after all that is ready by then. An await of a task that is done returns at once, and the awaiting task keeps control.
lesson-never-awaited-title = A coroutine that is never awaited
lesson-never-awaited-summary = Calling a coroutine function makes a coroutine object and runs nothing.
lesson-never-awaited-look = Only main has a lane: calling crawl_page creates no task and prints nothing. At the end the console shows the warning that Python gives. Set awaited to true, and main runs the pages, one after the other.
lesson-never-awaited-why = Calling a coroutine function makes a coroutine object; its body runs only when the object is awaited or made a task. When Python throws away a coroutine object that was never awaited, it warns: RuntimeWarning: coroutine 'crawl_page' was never awaited. It warns once for a line, however many objects are thrown away there, and the program goes on. Such a warning nearly always means a forgotten await.
lesson-loop-in-a-loop-title = A loop inside a loop
lesson-loop-in-a-loop-summary = Why asyncio.run() cannot be called from a running event loop.
lesson-loop-in-a-loop-look = The call of asyncio.run raises its error at once, and crawl_page prints nothing there. The await in the next line runs crawl_page.
lesson-loop-in-a-loop-why = asyncio.run starts a new loop and returns only when that loop has ended. In a thread that already runs a loop, asyncio.run raises a RuntimeError instead. Inside a coroutine use await; in a notebook a loop runs already, so a cell can use await directly.
lesson-as-completed-title = asyncio.as_completed: results as they come
lesson-as-completed-summary = as_completed gives the results in the order in which they come, gather in the order of its arguments.
lesson-as-completed-look = main resumes when a page ends and prints the results in the order in which the pages end. The last line, printed from gather’s list, has the order of the arguments.
lesson-as-completed-why = as_completed gives the results in the order in which the tasks end; each await waits for the next of them. gather’s results are in the order of its arguments, whichever task ends first. When main calls gather here, all tasks are done, so gather takes no time.
lesson-wait-for-some-title = asyncio.wait: FIRST_COMPLETED, FIRST_EXCEPTION
lesson-wait-for-some-summary = asyncio.wait says which tasks are done and which are pending; what is pending continues.
lesson-wait-for-some-look = Find the moment at which main resumes from asyncio.wait: it depends on return_when. A page that is pending then is not cancelled, and continues to its end.
lesson-wait-for-some-why = asyncio.wait returns when one task is done, when one task has failed, or when all are done; FIRST_EXCEPTION without a failing task waits for all. The wait cancels no task and raises no task’s error: an error is raised where the task itself is awaited. asyncio.wait takes tasks; passing a bare coroutine is an error.
lesson-no-gain-for-cpu-title = Tasks and pure computation
lesson-no-gain-for-cpu-summary = A computation never gives up control: two tasks take as long as one after the other.
lesson-no-gain-for-cpu-look = Each worker blocks the loop from its first line to its last, and the shaded stretches never overlap.
lesson-no-gain-for-cpu-why = A computation has no await, so the task keeps control until the computation ends, and no other task can run meanwhile. Tasks overlap their waiting, not their computing. To compute side by side, use processes, for example with ProcessPoolExecutor.
lesson-blocking-in-a-task-title = A blocking call in a task
lesson-blocking-in-a-task-summary = A blocking call stops every task. Choose to_thread: in a thread the call stops none.
lesson-blocking-in-a-task-look = While a blocking call lasts, the shade crosses all lanes, and the task clock cannot tick on time. With to_thread the calls move to the lanes of threads, and the clock ticks every second.
lesson-blocking-in-a-task-why = async def alone makes no call asynchronous: a function that blocks keeps control, and the loop can run no other task until the function returns. asyncio.to_thread runs the function in a thread, and the task awaits its end. So the loop stays free for the other tasks.
lesson-threads-title = The same crawl with threads
lesson-threads-summary = Blocking functions in a thread pool: as many run at once as the pool has threads.
lesson-threads-look = Each thread has a lane below the tasks and takes the next page when the last one is done. If there are more pages than threads, some pages wait for a thread.
lesson-threads-why = run_in_executor gives a function to a thread pool and returns a future to await. The function may block, because only its thread waits, and the loop stays free. As many pages run at once as the pool has threads.
lesson-first-error-title = The first error
lesson-first-error-summary = gather raises the first error at once; the other tasks continue until main is done, and are cancelled then.
lesson-first-error-look = When a page raises its error, main resumes at once, and the pages that still sleep continue. What still sleeps when main is done is cancelled then.
lesson-first-error-why = Without return_exceptions gather raises the first error at main’s await and leaves the other tasks running. At the end of the run asyncio.run cancels every task that is left. A TaskGroup would cancel the other tasks at once.
lesson-task-group-title = asyncio.TaskGroup and ExceptionGroup
lesson-task-group-summary = If one task of a group fails, the others are cancelled, and the errors come as a group.
lesson-task-group-look = Look for the end of the block: main resumes only when every task of the group is done. If worker_2 fails, the workers that still sleep at that moment are cancelled.
lesson-task-group-why = A TaskGroup waits at the end of its block for all its tasks. If one fails, the group cancels the others, waits until they have ended, and raises the errors as one ExceptionGroup, which except* catches. gather without return_exceptions raises the first error alone and cancels no task.
lesson-cancel-and-finally-title = task.cancel(): CancelledError and finally
lesson-cancel-and-finally-summary = A cancelled task runs its finally, which may await; a task that never started runs nothing.
lesson-cancel-and-finally-look = If worker_1 is cancelled while it sleeps, its lane goes on: finally runs, and sleeps for as long as clean_up says. worker_2 is cancelled before its first turn and prints nothing.
lesson-cancel-and-finally-why = cancel() only asks: CancelledError is raised at the await where the task stands, and except and finally run as for any error. A task that raises CancelledError again ends as cancelled, and an await of that task raises CancelledError. Cancelling a task that never started means that its body never runs, not even its finally.
lesson-timeout-title = Timeouts
lesson-timeout-summary = wait_for cancels one page, timeout a block of code; a cancelled coroutine can clean up.
lesson-timeout-look = Look for a page that still sleeps when the time is over: the page is cancelled at its sleep and cleans up before main continues. The limit of the block at the end is one limit for all its pages.
lesson-timeout-why = wait_for and timeout cancel what takes too long, wait until the cancelled coroutine has ended, and then raise TimeoutError. wait_for limits one awaitable; timeout limits a block of code. Only an await can be cancelled: a blocking call runs to its end.
lesson-shield-title = asyncio.shield: only the wait is cancelled
lesson-shield-summary = wait_for gives up after its timeout; the task that is shielded continues.
lesson-shield-look = If the timeout comes first, main resumes, but save sleeps on to its end. main then awaits the task once more and gets its result.
lesson-shield-why = When the time is over, wait_for cancels what it waits for. shield stands in between: only the wait is cancelled, and the task that is shielded continues. shield does not prolong the run: a task that is left when main returns is cancelled like any other.
lesson-retry-title = Retries with backoff
lesson-retry-summary = A page that often fails is tried again after growing pauses with jitter.
lesson-retry-look = Compare the pauses after failed attempts of a page: the base doubles from pause to pause, and a random jitter is added. During a pause the other pages continue.
lesson-retry-why = A site that does not answer is often overloaded, and growing pauses give the site time. Jitter keeps the pages apart: pages that failed together do not all come back together. asyncio.sleep holds back only the task that pauses.
lesson-event-and-lock-title = asyncio.Event and asyncio.Lock
lesson-event-and-lock-summary = An event wakes all tasks that wait for it, in order; a lock lets one task in at a time.
lesson-event-and-lock-look = When main sets the event, all three workers become ready in one instant, and worker_1 gets the lock. worker_2 and worker_3 wake, find the lock held, and wait for their turn.
lesson-event-and-lock-why = event.set() wakes all tasks that wait, in the order in which they began to wait. One task at a time holds a lock; a release wakes the task that has waited longest. A task can lose control only at an await, so a lock is needed only where a task awaits while the others must stay out.
lesson-queue-join-title = Queue.join and task_done
lesson-queue-join-summary = A bounded queue: put waits for room, and join waits until every item is done.
lesson-queue-join-look = Watch producer wait whenever the queue is full. Then compare the moment at which everything is put with the moment at which everything is done.
lesson-queue-join-why = put waits while the queue is full; with maxsize 0 the queue is never full. join waits until task_done was called once for each item that was put: an empty queue is not enough, because the consumer may still work on an item. The consumer never returns by itself, so main cancels the task.
lesson-semaphore-title = Semaphore: how many run at once
lesson-semaphore-summary = A semaphore with permits: many pages, only some of them at a time.
lesson-semaphore-look = At no time do more pages sleep than the semaphore has permits. A page that ends releases its permit; among the pages that wait, the one that has waited longest takes the permit.
lesson-semaphore-why = async with takes a permit, or waits until a permit is released, and releases the permit at the end of the block, after an error too. All tasks exist from the start; the semaphore limits how many are inside the block. The tasks that wait get their permits in the order in which they came.
lesson-rate-limit-title = Rate limit
lesson-rate-limit-summary = A token bucket: each page takes a token, and tokens come back at a steady pace.
lesson-rate-limit-look = The first pages start together, as many as the bucket holds tokens. From then on a page that waits starts when a token comes back.
lesson-rate-limit-why = Each page takes a token out of the bucket and waits while there is none; the task refill puts tokens back at a steady pace. So the rate limits how many pages start per second, and not how many run at once: that is what a semaphore limits.
lesson-ten-thousand-title = Ten thousand pages
lesson-ten-thousand-summary = One task per page, a hundred at a time: many minutes of waiting fit into seconds.
lesson-ten-thousand-look = Where lanes are too many to be drawn one by one, the picture shows how many tasks are in each state; zoom in to see single tasks. No more tasks sleep at once than the semaphore has permits.
lesson-ten-thousand-why = A task that waits needs a little memory and no computing time, so one thread can keep ten thousand tasks waiting. All tasks are created at the start, and the semaphore lets a limited number of them in at once. That spares the site, which could not bear all requests together.
lesson-movies-in-turn-title = A movie crawl, page by page
lesson-movies-in-turn-summary = One list and a page per movie, one request at a time.
lesson-movies-in-turn-look = main sends a request, waits for the response, and only then sends the next request: no two requests overlap.
lesson-movies-in-turn-why = Each fetch is awaited before the next one begins, so the times of all requests add up. During a request main gives up control, but there is no other task that could use the time.
lesson-movies-gather-title = A movie crawl, all at once
lesson-movies-gather-summary = The same pages, fetched together: a fraction of the time.
lesson-movies-gather-look = After the list page the movie pages are fetched side by side, at most as many at once as concurrency says. The rows are printed at the end, in the order of the list.
lesson-movies-gather-why = Each movie page is fetched in a task of its own, so the requests overlap. gather’s results are in the order of its arguments, whichever response comes first; so the rows keep the order of the list. The semaphore limits how many requests the site gets at once.

group-first = From a loop to tasks
group-workers = Two workers, step by step
group-why = What readers ask
group-results = Waiting for results
group-blocking = Computing, blocking, threads
group-failing = Errors, cancellation, timeouts
group-coordination = Coordination: events, locks, queues
group-many = How many at once
group-more = Errors, queues, callbacks
group-crawl = A real crawl

## Parameters

parameter-urls = pages
parameter-urls-help = Pages, each with a name and seconds: url_3, or url_3:1.5 for other seconds than the name says.
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
parameter-fails-help = Whether worker_2 fails after its sleep.
parameter-clean_up-help = How long the finally of a worker sleeps.
parameter-catch-help = Whether a worker catches CancelledError and does not raise it again.
parameter-work-help = How long save sleeps.
parameter-return_when-help = When asyncio.wait returns: at the first task that is done, at the first error, or when all tasks are done.
parameter-event_after-help = After how long main sets the event.
parameter-inside-help = How long a worker holds the lock.
parameter-first-help = How long the task first sleeps.
parameter-second-help = How long the task second sleeps.

# Help that holds in one lesson only: lesson-LESSON-PARAMETER-help.
lesson-no-gain-for-cpu-worker_1-help = How long worker_1 computes.
lesson-no-gain-for-cpu-worker_2-help = How long worker_2 computes.
lesson-cancel-and-finally-cancel_after-help = After how long main cancels both workers.
lesson-queue-join-items-help = How many items the producer puts into the queue.
lesson-queue-join-pause-help = How long the consumer works on each item.

## Wrong values

refused-seconds = “{ $value }” does not fit. Enter seconds, 0 to { $max }.
refused-count = “{ $value }” does not fit. Enter a whole number, { $min } to { $max }.
refused-choice = “{ $value }” is not an option. Choose one of { $options }.
refused-url-count = { $count ->
    [0] There is no page in the list. Enter 1 to { $max } pages, like url_1,url_2.
   *[other] { $count } pages are too many. Enter 1 to { $max } pages.
  }
refused-url-number = “{ $url }” is not a page. Enter a name and seconds, like url_3 or page:1.5.
refused-url-seconds = “{ $url }” is too long. Enter at most { $max } seconds.
refused-address = “{ $value }” is not an address. Enter one like http://127.0.0.1:8082/.
refused-value = { $name }: { $said }
refused-parameter = This lesson has no parameter “{ $name }”; its parameters are { $options }.
refused-parameter-none = This lesson has no parameter “{ $name }”, and no other one.
refused-lesson = There is no lesson “{ $value }”; the page shows “{ $instead }” instead.
refused-compare = There is no lesson “{ $value }” to compare with.
refused-speed = “{ $value }” is not a speed. Enter a number, 0.1 to 100.
refused-step = “{ $value }” is not the number of a step. Steps are numbered from 1.
refused-attribute = “{ $value }” is not a value of { $name }. Its values are { $options }.
refused-name = An address cannot set { $name }.
refused-given = “{ $value }” is not a value of { $name }. Give a text, a number, true or false, or a list.

## Errors of a run

error-ProxyUnreachable = The proxy at { $about } does not answer. Start it with “interleave serve”, or change the address of the proxy.
error-ProxyRefused = The proxy did not fetch the page: { $about }
error-NotRecorded = The recorded crawl has no response for { $about }. Set the clock to live to fetch it.
error-HttpError = The site returned status { $about }.
error-PageError = { $about } does not look like the page that this lesson reads.
error-other = The program raised { $kind }: { $message }
error-limit-steps = The run hit its limit of { $about } turns. A loop that never ends may be the cause.
error-limit-tasks = The run hit its limit of { $about } tasks.
error-limit-events = The run hit its limit of { $about } recorded events.
error-limit-lines = The run hit its limit of { $about } printed lines.
error-limit-queued = A queue hit its limit of { $about } items: the producers are faster than the consumers.
error-limit-step = One turn ran for { $about } s without an await, which is the limit. A loop that never ends may be the cause.
error-limit-memory = The program hit its limit of { $about } MB of memory. Something that grows without end may be the cause.
error-limit-stuck = Every task waits, and nothing is left that could wake one: a deadlock. asyncio would wait for ever.
part-missing = You are offline, or the server does not answer, and this part was not loaded yet. What is shown stays; choose it again once you are online.
part-gone = There is a newer version of this page, and this part of yours is no longer there. Reload the page.
error-load = Interleave could not be loaded: { $message }. Reload the page to try again.

## Labels in the picture; behind | the form for less room

label-sleeps = sleeps { $seconds } | { $seconds }
label-sleeps-cut = sleeps { $seconds }, cut short | { $seconds }
label-waits-for-task = waits for { $name } | waits
label-waits-for-gather = waits for { $count } tasks | waits
label-waits-for-group = waits for { $count } tasks | waits
label-waits-for-future = waits for a future | waits
label-waits-to-get = waits for an item | waits
label-waits-to-put = waits for a free slot | waits
label-waits-for-permit = waits for a permit | waits
label-waits-for-lock = waits for a lock | waits
label-waits-for-event = waits for an event | waits
label-waits-for-condition = waits for a condition | waits
label-waits-for-barrier = waits at a barrier | waits
label-waits-to-join = waits for all items | waits
label-waits-for-any = waits for any of { $count } | waits
label-waits-for-next = waits for the next of { $count } | waits
label-waits-for-first = waits for the first of { $count } | waits
label-waits-for-error = waits for an error, or all { $count } | waits
label-waits-for-every = waits for all { $count } | waits
label-waits-for-thread = waits for a thread | waits
label-fetches = fetches { $name } | { $name }
label-blocks = blocks the loop { $seconds } | { $seconds }
label-works = works for { $name } | { $name }
label-works-alone = works
label-seconds = { $seconds } s
label-cancelled = cancelled
label-queue = queue { $name }
label-turn = turn { $count }
label-done = done at { $seconds } s
label-most = max { $count }

## What a task does, for the facts of a span

state-ready = is in the ready queue
state-ready-by = is in the ready queue, made ready by { $by }
state-running = runs
state-blocking = blocks the loop: no other task runs
state-working = runs a job for { $task }, outside the loop
state-working-alone = works outside the loop
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
state-waits-for-next = waits for { $count ->
    [one] one task
   *[other] the next of { $count } tasks
  } to end
state-waits-for-first = waits for { $count ->
    [one] one task
   *[other] the first of { $count } tasks
  } to end
state-waits-for-error = { $count ->
    [one] waits for one task to end
   *[other] waits until one of { $count } tasks raises, or all have ended
  }
state-waits-for-every = waits for { $count ->
    [one] one task
   *[other] all { $count } tasks
  } to end
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
run-starts = The run starts: { $task } is first in the ready queue.
run-ends = Nothing is left to do: the loop closes at { $time }.
creates = { $task } creates { $names }, which { $count ->
    [one] waits
   *[other] wait
  } in the ready queue.
creates-many = { $task } creates { $count } tasks, which wait in the ready queue.
step-first = The loop takes { $task } from the ready queue, and { $task } starts.
cancelled-before = { $task } is cancelled before it ever ran: nothing of it runs, no finally either.
step-timer = The sleep of { $task } is over, and { $task } resumes.
step-alarm = A timer of the loop made { $task } ready, and { $task } resumes.
step-timed-out = { $task } resumes, since its deadline has passed: its await raises CancelledError.
step-cancelled = { $task } resumes, since { $by } has cancelled it: its await raises CancelledError.
step-cancelled-group = { $task } resumes, since its task group has cancelled it: its await raises CancelledError.
step-cancelled-loop = { $task } resumes, since the loop has cancelled it: its await raises CancelledError.
step-fetch = { $status ->
    [0] The request of { $task } failed: { $host } did not answer, and { $task } resumes.
   *[other] The response for { $task } has arrived, with status { $status }, and { $task } resumes.
  }
step-thread = { $thread } has finished the job of { $task }, and { $task } resumes.
step-done = { $by } has ended, so { $task } resumes.
step-done-cancelled = { $by } was cancelled, so { $task } resumes, and the await of { $task } raises CancelledError.
step-gathered = The last of the { $count } tasks, { $by }, has ended, so { $task } resumes.
step-group = The last task of its group, { $by }, has ended, so { $task } resumes.
step-any = { $by } has ended, so the wait is over, and { $task } resumes.
step-permit = { $by } gave a permit back, so { $task } gets the permit and resumes.
step-lock = { $by } released the lock, so { $task } resumes.
step-event = { $by } set the event, so { $task } resumes.
step-condition = { $by } notified the condition, so { $task } resumes.
step-barrier = { $by } came to the barrier as the last one, so { $task } resumes.
step-get = { $by } put an item into the queue, so { $task } resumes.
step-put = { $by } took an item from the queue, so { $task } has a free slot and resumes.
step-join = { $by } has processed the last item of the queue, so { $task } resumes.
step-woken = { $by } made { $task } ready, and { $task } resumes.
step-again = { $task } is next in the ready queue, and resumes.
prints = { actor } prints “{ $text }”.
prints-lines = { actor } prints { $names }.
prints-many = { actor } prints { $count } lines, from “{ $text }” to “{ $last }”.
logs = The loop logs: “{ $text }”.
warns = Python warns: “{ $text }”.
blocks = { $task } blocks the loop for { $seconds }: no other task runs until { $time }.
calls-back = The done callback of { $task } is called, since { $task } has ended.
callback-ready = The done callback of { $task } joins the ready queue.
cancels = { actor } requests the cancellation of { $other }.
cancels-loop = The loop requests the cancellation of { $task }.
cancels-left = The loop cancels what has not ended: { $names }.
cancels-left-many = The loop cancels { $count } tasks, which have not ended.
cancels-group = { $task } has failed, so its task group cancels { $names }.
cancels-group-many = { $task } has failed, so its task group cancels { $count } tasks.
raised-into = The error of { $other } is raised in { $task }, at its await.
cancel-delivered = { $task } gets the cancellation at its await (CancelledError).
sets-deadline = { $task } sets a deadline: a timer, { $seconds } from now, at { $time }.
removes-deadline = { $task } removes its deadline of { $time }.
deadline-passes = The deadline that { $task } set has passed at { $time }: the loop cancels the await of { $task }.
puts = { actor } puts an item into the queue, which now holds { $count }.
gets = { actor } takes an item from the queue, which now holds { $count }.
job-begins = { $thread } takes a job and runs it outside the loop; the loop continues.
job-ends = { $thread } has finished its job and notifies the loop.
thread-starts = A thread starts: { $thread }.
thread-prints = { $thread } prints “{ $text }”.
main-ended = main has ended, and the run ends with it.
limit-reached = { $limit ->
    [steps] The run hit its limit of { $count } turns and ends here.
    [tasks] The run hit its limit of { $count } tasks and ends here.
    [events] The run hit its limit of { $count } recorded events and ends here.
    [lines] The run hit its limit of { $count } printed lines and ends here.
    [queued] A queue hit its limit of { $count } items; the run ends here.
    [step] One turn ran for { $count } s without an await, which is the limit; the run ends here.
    [memory] The program hit its limit of { $count } MB of memory; the run ends here.
   *[stuck] Every task waits, and nothing is left that could wake one: a deadlock. The run ends here.
  }
end-yields = { $task } gives up control and joins the end of the ready queue.
end-sleeps = { $task } goes to sleep for { $seconds } and gives up control.
end-waits-for-task = { $task } waits for { $other } and gives up control.
end-waits-for-gather = { $task } waits for { $count ->
    [one] one task
   *[other] { $count } tasks
  } and gives up control.
end-waits-for-rest = { $task } waits for { $count } of { $total } tasks, as { $done ->
    [one] one is
   *[other] { $done } are
  } done already, and gives up control.
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
end-waits-for-next = { $task } { state-waits-for-next }, and gives up control.
end-waits-for-first = { $task } { state-waits-for-first }, and gives up control.
end-waits-for-error = { $task } { state-waits-for-error }, and gives up control.
end-waits-for-every = { $task } { state-waits-for-every }, and gives up control.
end-waits-for-group = { $task } waits for { $count ->
    [one] the last task of its task group
   *[other] the { $count } tasks of its task group that have not ended
  } and gives up control.
end-waits-for-thread = { $task } hands a job to a thread, waits for the result and gives up control.
end-fetches = { $task } requests { $url } and gives up control.
end-finished = { $task } is done and leaves the loop.
end-returned = { $task } is done and returns { $value }.
end-raised = { $task } ends with { $error }.
end-cancelled = { $task } is cancelled and leaves the loop.
waits = The ready queue is empty, so the loop waits.
waits-until = The ready queue is empty, so the loop waits for the next timer, until { $time }.
waits-timer = The ready queue is empty, so the loop waits for the next timer: at { $time } { $names } { $count ->
    [one] wakes
   *[other] wake
  }.
waits-timer-many = The ready queue is empty, so the loop waits for the next timer: at { $time } many tasks wake, first { $names }.
waits-deadline = The ready queue is empty, so the loop waits for the next timer: at { $time } the { $count ->
    [one] deadline
   *[other] deadlines
  } of { $names } { $count ->
    [one] passes
   *[other] pass
  }.
waits-deadline-many = The ready queue is empty, so the loop waits for the next timer: at { $time } many deadlines pass, first those of { $names }.
waits-fetch = The ready queue is empty, so the loop waits for the network: at { $time } { $count ->
    [one] the request of { $names } for { $url } is over
   *[other] the requests of { $names } are over
  }.
waits-fetch-many = The ready queue is empty, so the loop waits for the network: at { $time } many requests are over, first those of { $names }.
fetches-now = The ready queue is empty, so the loop waits for the network: { $names } { $count ->
    [one] has requested { $url }
   *[other] have sent requests
  }.
fetches-now-many = The ready queue is empty, so the loop waits for the network: { $count } requests have been sent, first those of { $names }.
waits-thread = The ready queue is empty, so the loop waits for { $thread } until { $time }.
thread-now = The ready queue is empty, so the loop waits for { $thread }.

## Questions before a run, and their answers

question-wall-time = How long will this program take?
question-line = Which line is printed { $number ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $number }th
  }?
question-last-line = Which line is printed last?
question-last-line-time = When is “{ $text }” printed?
question-ending = How does { $task } end?
answer-seconds = { $time }
answer-text = { $text }
answer-returned = with a result
answer-raised = with an error
answer-cancelled = cancelled
