// The Python listings of the lessons and the colours of Python, loaded when Python is first shown.

/// <reference path="./files.d.ts" />

import grammar from "highlight.js/lib/languages/python";

import awaitInTurn from "../src/lessons/await_in_turn.py" with { type: "text" };
import blocking from "../src/lessons/blocking.py" with { type: "text" };
import blockingInATask from "../src/lessons/blocking_in_a_task.py" with { type: "text" };
import cancelAndErrors from "../src/lessons/cancel_and_errors.py" with { type: "text" };
import doneCallback from "../src/lessons/done_callback.py" with { type: "text" };
import firstError from "../src/lessons/first_error.py" with { type: "text" };
import gather from "../src/lessons/gather.py" with { type: "text" };
import loopInALoop from "../src/lessons/loop_in_a_loop.py" with { type: "text" };
import moviesGather from "../src/lessons/movies_gather.py" with { type: "text" };
import moviesInTurn from "../src/lessons/movies_in_turn.py" with { type: "text" };
import neverAwaited from "../src/lessons/never_awaited.py" with { type: "text" };
import noGainForCpu from "../src/lessons/no_gain_for_cpu.py" with { type: "text" };
import producerConsumer from "../src/lessons/producer_consumer.py" with { type: "text" };
import rateLimit from "../src/lessons/rate_limit.py" with { type: "text" };
import retry from "../src/lessons/retry.py" with { type: "text" };
import scheduledNotStarted from "../src/lessons/scheduled_not_started.py" with { type: "text" };
import semaphore from "../src/lessons/semaphore.py" with { type: "text" };
import tasks from "../src/lessons/tasks.py" with { type: "text" };
import tenThousand from "../src/lessons/ten_thousand.py" with { type: "text" };
import threads from "../src/lessons/threads.py" with { type: "text" };
import timeout from "../src/lessons/timeout.py" with { type: "text" };
import workersAsTasks from "../src/lessons/workers_as_tasks.py" with { type: "text" };
import workersInTurn from "../src/lessons/workers_in_turn.py" with { type: "text" };

import { colouring } from "./words.ts";

/** Splits a listing into lines of coloured words. */
export const pythonWords = colouring(grammar);

/** The listing of each lesson, with the values at which it starts. */
export const listings: Record<string, string> = {
  "await-in-turn": awaitInTurn,
  blocking,
  "blocking-in-a-task": blockingInATask,
  "cancel-and-errors": cancelAndErrors,
  "done-callback": doneCallback,
  "first-error": firstError,
  gather,
  "loop-in-a-loop": loopInALoop,
  "movies-gather": moviesGather,
  "movies-in-turn": moviesInTurn,
  "never-awaited": neverAwaited,
  "no-gain-for-cpu": noGainForCpu,
  "producer-consumer": producerConsumer,
  "rate-limit": rateLimit,
  retry,
  "scheduled-not-started": scheduledNotStarted,
  semaphore,
  tasks,
  "ten-thousand": tenThousand,
  threads,
  timeout,
  "workers-as-tasks": workersAsTasks,
  "workers-in-turn": workersInTurn,
};
