// The Python listings of the lessons and the colours of Python, loaded when Python is first shown.

/// <reference path="./files.d.ts" />

import grammar from "highlight.js/lib/languages/python";

import awaitInTurn from "../../src/lessons/programs/await_in_turn.py" with { type: "text" };
import blocking from "../../src/lessons/programs/blocking.py" with { type: "text" };
import blockingInATask from "../../src/lessons/programs/blocking_in_a_task.py" with { type: "text" };
import cancelAndErrors from "../../src/lessons/programs/cancel_and_errors.py" with { type: "text" };
import doneCallback from "../../src/lessons/programs/done_callback.py" with { type: "text" };
import firstError from "../../src/lessons/programs/first_error.py" with { type: "text" };
import gather from "../../src/lessons/programs/gather.py" with { type: "text" };
import loopInALoop from "../../src/lessons/programs/loop_in_a_loop.py" with { type: "text" };
import moviesGather from "../../src/lessons/programs/movies_gather.py" with { type: "text" };
import moviesInTurn from "../../src/lessons/programs/movies_in_turn.py" with { type: "text" };
import neverAwaited from "../../src/lessons/programs/never_awaited.py" with { type: "text" };
import noGainForCpu from "../../src/lessons/programs/no_gain_for_cpu.py" with { type: "text" };
import producerConsumer from "../../src/lessons/programs/producer_consumer.py" with { type: "text" };
import rateLimit from "../../src/lessons/programs/rate_limit.py" with { type: "text" };
import retry from "../../src/lessons/programs/retry.py" with { type: "text" };
import scheduledNotStarted from "../../src/lessons/programs/scheduled_not_started.py" with { type: "text" };
import semaphore from "../../src/lessons/programs/semaphore.py" with { type: "text" };
import tasks from "../../src/lessons/programs/tasks.py" with { type: "text" };
import tenThousand from "../../src/lessons/programs/ten_thousand.py" with { type: "text" };
import threads from "../../src/lessons/programs/threads.py" with { type: "text" };
import timeout from "../../src/lessons/programs/timeout.py" with { type: "text" };
import workersAsTasks from "../../src/lessons/programs/workers_as_tasks.py" with { type: "text" };
import workersInTurn from "../../src/lessons/programs/workers_in_turn.py" with { type: "text" };

import { colouring } from "./highlight.ts";

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
