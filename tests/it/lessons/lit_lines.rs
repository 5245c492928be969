//! The line of a Python listing that is lit while a line of its lesson is: it does the same.

use std::collections::BTreeSet;

use crate::support::{Played, source};
use expect_test::expect;
use interleave::lessons::{Arguments, Lesson, catalogue, ends_of, lines_of};
use interleave::runtime::{Event, SourceLocation, StepEnd};

/// Returns a lesson's listing with the values at which the lesson starts.
fn listing(lesson: &Lesson) -> String {
    let defaults = Arguments::new(lesson.parameters, []).unwrap();
    lesson.listing(&defaults)
}

/// Returns the lines of a lesson that are lit in a run.
fn lit(lesson: &Lesson, given: &[(&str, &str)]) -> BTreeSet<u32> {
    let mut lines = BTreeSet::new();
    let mut add =
        |place: SourceLocation| lines.extend((place.file == lesson.file).then_some(place.line));
    let played = match given {
        [] => Played::of(lesson),
        given => Played::simulated(lesson.slug, given),
    };
    played.recorder.read(|trace| {
        for (_, event) in trace.events() {
            match event {
                Event::TaskCreated {
                    location: place, ..
                }
                | Event::Printed {
                    location: place, ..
                }
                | Event::Blocked {
                    location: place, ..
                }
                | Event::StepEnded {
                    end: StepEnd::Sleeps { .. },
                    location: Some(place),
                    ..
                }
                | Event::StepEnded {
                    location: Some(place),
                    ..
                } => add(place),
                _ => {}
            }
        }
    });
    // A value whose line says nothing in Python, as a name alone, is lit in Rust alone.
    let ends = ends_of(&source(lesson));
    let matched = lines_of(&source(lesson), &listing(lesson));
    played.look(|story| {
        for stop in story.stops().filter(|stop| stop.returns) {
            let at = stop.location.map(|place| place.line as usize - 1);
            let end = at.and_then(|at| ends.get(at)).copied().unwrap_or(0);
            let is_said = end > 0 && matched[end as usize - 1] > 0;
            lines.extend(is_said.then_some(end));
        }
    });
    lines
}

/// What lessons are played with beside their defaults, so that more of their lines are lit.
const GIVEN: [(&str, &[(&str, &str)]); 7] = [
    ("cancel-and-errors", &[("return_exceptions", "false")]),
    ("producer-consumer", &[("maxsize", "1"), ("consumers", "1")]),
    ("never-awaited", &[("awaited", "true")]),
    ("retry", &[("failures", "100")]),
    ("task-group", &[("fails", "false")]),
    (
        "cancel-and-finally",
        &[("cancel_after", "5"), ("catch", "true")],
    ),
    ("shield", &[("timeout", "3")]),
];

/// Every line that is lit in Rust has its line in Python; here they are, side by side.
#[test]
fn every_lit_line_has_its_line_in_python() {
    let mut side_by_side = String::new();
    for lesson in catalogue() {
        let listing = listing(lesson);
        let source = source(lesson);
        let lines = lines_of(&source, &listing);
        let given = GIVEN.iter().filter(|(slug, _)| *slug == lesson.slug);
        let runs = given.map(|(_, given)| *given).chain([&[][..]]);
        let lit: BTreeSet<_> = runs.flat_map(|given| lit(lesson, given)).collect();
        side_by_side += &format!("{}\n", lesson.slug);
        for line in lit {
            let rust = source.lines().nth(line as usize - 1).unwrap();
            let python = lines[line as usize - 1];
            assert_ne!(python, 0, "{}:{line}: {rust}", lesson.slug);
            let python = listing.lines().nth(python as usize - 1).unwrap();
            side_by_side += &format!("  {:<76} {}\n", rust.trim(), python.trim());
        }
    }
    expect![[r#"
        blocking
          println!("crawling {url}");                                                  print(f"crawling {url}")
          blocking_sleep(seconds);                                                     time.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
        await-in-turn
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
        tasks
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
          tasks.push(create_task(crawl_page(url.clone(), seconds).named(url)));        tasks.append(asyncio.create_task(crawl_page(url, seconds), name=url))
          task.await?;                                                                 await task
        gather
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        workers-in-turn
          println!("{name} start");                                                    print(f"{name} start")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("{name} done");                                                     print(f"{name} done")
          println!("before await");                                                    print("before await")
          println!("awaited worker_1");                                                print("awaited worker_1")
          println!("awaited worker_2");                                                print("awaited worker_2")
        workers-as-tasks
          println!("{name} start");                                                    print(f"{name} start")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("{name} done");                                                     print(f"{name} done")
          let task_1 = create_task(worker("worker_1", worker_1).named("worker_1"));    task_1 = asyncio.create_task(worker("worker_1", WORKER_1), name="worker_1")
          let task_2 = create_task(worker("worker_2", worker_2).named("worker_2"));    task_2 = asyncio.create_task(worker("worker_2", WORKER_2), name="worker_2")
          println!("before await");                                                    print("before await")
          task_1.await?;                                                               await task_1
          println!("awaited worker_1");                                                print("awaited worker_1")
          task_2.await?;                                                               await task_2
          println!("awaited worker_2");                                                print("awaited worker_2")
        cancel-and-errors
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          Ok(1)                                                                        return 1
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          2_i64.checked_div(0).ok_or(Error::zero_division())                           return 2 / 0
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          let task_1 = create_task(self::worker_1(worker_1).named("worker_1"));        task_1 = asyncio.create_task(worker_1(WORKER_1), name="worker_1")
          let task_2 = create_task(self::worker_2(worker_2).named("worker_2"));        task_2 = asyncio.create_task(worker_2(WORKER_2), name="worker_2")
          let task_3 = create_task(self::worker_3(worker_3).named("worker_3"));        task_3 = asyncio.create_task(worker_3(WORKER_3), name="worker_3")
          sleep(cancel_after).await?;                                                  await asyncio.sleep(CANCEL_AFTER)
          let all = gather([task_1, task_2, task_3]);                                  results = await asyncio.gather(*tasks, return_exceptions=RETURN_EXCEPTIONS)
          println!("{}", results.printed_by(python));                                  print(results)
        producer-consumer
          let value = queue.get().await?;                                              value = await queue.get()
          println!("{name} get a val: {value}");                                       print(f"{name} get a val: {value}")
          sleep(pause).await?;                                                         await asyncio.sleep(CONSUME_PAUSE)
          queue.put(value).await?;                                                     await queue.put(value)
          println!("{name} put a val: {value}");                                       print(f"{name} put a val: {value}")
          sleep(pause).await?;                                                         await asyncio.sleep(PRODUCE_PAUSE)
          consumers.push(create_task(consumer.named(name)));                           consumers.append(asyncio.create_task(consumer(name, queue), name=name))
          producers.push(create_task(producer.named(name)));                           producers.append(asyncio.create_task(producer(name, queue), name=name))
          sleep(plan.stop_after).await?;                                               await asyncio.sleep(STOP_AFTER)
          gather(consumers.into_iter().chain(producers))                               await asyncio.gather(*consumers, *producers, return_exceptions=True)
        done-callback
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          Ok(format!("OK {url}"))                                                      return f"OK {url}"
          let task = create_task(crawl_page(url.clone(), seconds).named(url));         task = asyncio.create_task(crawl_page(url, seconds), name=url)
          println!("result:  {}", result?);                                            task.add_done_callback(lambda task: print("result: ", task.result()))
          gather(tasks).await?;                                                        await asyncio.gather(*tasks)
        scheduled-not-started
          println!("{name} start");                                                    print(f"{name} start")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("{name} done");                                                     print(f"{name} done")
          let task_1 = create_task(worker("worker_1", worker_1).named("worker_1"));    task_1 = asyncio.create_task(worker("worker_1", WORKER_1), name="worker_1")
          println!("worker_1 is created");                                             print("worker_1 is created")
          let task_2 = create_task(worker("worker_2", 1.0).named("worker_2"));         task_2 = asyncio.create_task(worker("worker_2", 1), name="worker_2")
          println!("worker_2 is created");                                             print("worker_2 is created")
          blocking_sleep(busy); // main keeps control: both wait in the ready queue    time.sleep(BUSY)  # main keeps control: both wait in the ready queue
          println!("main was busy");                                                   print("main was busy")
          task_1.await?; // only now main gives up control                             await task_1  # only now main gives up control
          println!("awaited worker_1");                                                print("awaited worker_1")
        ties-and-sleep-zero
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("{name} wakes");                                                    print(f"{name} wakes")
          sleep(0.0).await?; // to the end of the ready queue                          await asyncio.sleep(0)  # to the end of the ready queue
          println!("{name} is back");                                                  print(f"{name} is back")
          println!("newcomer starts");                                                 print("newcomer starts")
          let first = create_task(worker("first", first).named("first"));              first = asyncio.create_task(worker("first", FIRST), name="first")
          let second = create_task(worker("second", second).named("second"));          second = asyncio.create_task(worker("second", SECOND), name="second")
          (&first).await?;                                                             await first
          println!("main awaited first");                                              print("main awaited first")
          let new = create_task(newcomer().named("newcomer"));                         new = asyncio.create_task(newcomer(), name="newcomer")
          println!("main awaited first again");                                        print("main awaited first again")
          sleep(0.0).await?; // now main gives up control                              await asyncio.sleep(0)  # now main gives up control
          println!("main is back");                                                    print("main is back")
        never-awaited
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("called crawl_page: {} coroutine objects", pages.len());            print(f"called crawl_page: {len(pages)} coroutine objects")
          sleep(1.0).await?;                                                           await asyncio.sleep(1)
          println!("1 s later nothing has run");                                       print("1 s later nothing has run")
        loop-in-a-loop
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("{error}");                                                         print(f"RuntimeError: {error}")
        as-completed
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          Ok(format!("OK {url}"))                                                      return f"OK {url}"
          tasks.push(create_task(crawl_page(url.clone(), seconds).named(url)));        asyncio.create_task(crawl_page(url, seconds), name=url)
          let task = next_task.await?;                                                 result = await next_result
          println!("as_completed: {}", task.await?);                                   print(f"as_completed: {result}")
          println!("gather: {}", results.repr());                                      print(f"gather: {results}")
        wait-for-some
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          return Err(Error::raised("ValueError", format!("{url} is broken")));         raise ValueError(f"{url} is broken")
          Ok(format!("OK {url}"))                                                      return f"OK {url}"
          tasks.push(create_task(crawl.named(url)));                                   tasks.append(asyncio.create_task(crawl, name=url))
          let (done, pending) = wait(tasks.clone(), None, return_when).await?;         done, pending = await asyncio.wait(tasks, return_when=RETURN_WHEN)
          println!("{} done, {} pending", done.len(), pending.len());                  print(f"{len(done)} done, {len(pending)} pending")
          let results = gather(tasks).return_exceptions().await?;                      results = await asyncio.gather(*tasks, return_exceptions=True)
          println!("{results}");                                                       print(results)
        no-gain-for-cpu
          println!("{name} start");                                                    print(f"{name} start")
          blocking_sleep(seconds);                                                     time.sleep(seconds)
          println!("{name} done");                                                     print(f"{name} done")
          let task_1 = create_task(compute("worker_1", worker_1).named("worker_1"));   task_1 = asyncio.create_task(compute("worker_1", WORKER_1), name="worker_1")
          let task_2 = create_task(compute("worker_2", worker_2).named("worker_2"));   task_2 = asyncio.create_task(compute("worker_2", WORKER_2), name="worker_2")
          gather([task_1, task_2]).await?;                                             await asyncio.gather(task_1, task_2)
          println!("no faster than one after the other");                              print("no faster than one after the other")
        blocking-in-a-task
          blocking_sleep(seconds);                                                     time.sleep(seconds)
          println!("crawling {url}");                                                  print(f"crawling {url}")
          println!("OK {url}");                                                        print(f"OK {url}")
          sleep(1.0).await?;                                                           await asyncio.sleep(1)
          println!("tick {tick}");                                                     print(f"tick {tick}")
          let task_1 = create_task(crawler(urls, call).named("crawler"));              task_1 = asyncio.create_task(crawler(), name="crawler")
          let task_2 = create_task(clock().named("clock"));                            task_2 = asyncio.create_task(clock(), name="clock")
          gather([task_1, task_2]).await?;                                             await asyncio.gather(task_1, task_2)
        threads
          println!("crawling {url}");                                                  print(f"crawling {url}")
          println!("OK {url}");                                                        print(f"OK {url}")
          pool.submit(move || crawl_page(&url, seconds)).wait().await                  await asyncio.get_running_loop().run_in_executor(pool, crawl_page, url, seconds)
          crawls.push(create_task(crawl.named(url)));                                  asyncio.create_task(crawl(url, seconds, pool), name=url)
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        first-error
          println!("crawling {url}");                                                  print(f"crawling {url}")
          if let Err(cancelled) = sleep(seconds).await {                               await asyncio.sleep(seconds)
          println!("cancelled {url}");                                                 print(f"cancelled {url}")
          return Err(Error::raised("ValueError", format!("{url} is broken")));         raise ValueError(f"{url} is broken")
          println!("OK {url}");                                                        print(f"OK {url}")
          crawls.push(create_task(crawl.named(url)));                                  crawls.append(asyncio.create_task(crawl, name=url))
          if let Err(error) = gather(crawls).await {                                   await asyncio.gather(*crawls)
          println!("main caught {error}");                                             print(f"main caught {type(error).__name__}: {error}")
          sleep(main_stays).await?;                                                    await asyncio.sleep(MAIN_STAYS)
          println!("main is done");                                                    print("main is done")
        task-group
          println!("{name} start");                                                    print(f"{name} start")
          if let Err(cancelled) = sleep(seconds).await {                               await asyncio.sleep(seconds)
          println!("{name} cancelled");                                                print(f"{name} cancelled")
          return Err(Error::raised("ValueError", format!("{name} failed")));           raise ValueError(f"{name} failed")
          println!("{name} done");                                                     print(f"{name} done")
          let block = task_group(async |group| {                                       async with asyncio.TaskGroup() as group:
          group.create_task(worker("worker_1", worker_1, false).named("worker_1"))?;   group.create_task(worker("worker_1", WORKER_1), name="worker_1")
          group.create_task(worker("worker_2", worker_2, fails).named("worker_2"))?;   group.create_task(worker("worker_2", WORKER_2, FAILS), name="worker_2")
          group.create_task(worker("worker_3", worker_3, false).named("worker_3"))?;   group.create_task(worker("worker_3", WORKER_3), name="worker_3")
          println!("main caught {}", errors.repr());                                   print(f"main caught {errors!r}")
          println!("the block is over");                                               print("the block is over")
        cancel-and-finally
          println!("{name} start");                                                    print(f"{name} start")
          let mut outcome = sleep(3.0).await;                                          await asyncio.sleep(3)
          println!("{name} done");                                                     print(f"{name} done")
          println!("{name} is cancelled");                                             print(f"{name} is cancelled")
          println!("{name} cleans up");                                                print(f"{name} cleans up")
          sleep(clean_up).await?;                                                      await asyncio.sleep(CLEAN_UP)
          println!("{name} has cleaned up");                                           print(f"{name} has cleaned up")
          let task_1 = create_task(worker("worker_1", clean_up, catch).named("worker_1")); task_1 = asyncio.create_task(worker("worker_1"), name="worker_1")
          sleep(cancel_after).await?;                                                  await asyncio.sleep(CANCEL_AFTER)
          let task_2 = create_task(worker("worker_2", clean_up, catch).named("worker_2")); task_2 = asyncio.create_task(worker("worker_2"), name="worker_2")
          println!("main has cancelled both");                                         print("main has cancelled both")
          match task.await {                                                           await task
          Ok(()) => println!("{} returned", task.name()),                              print(f"{task.get_name()} returned")
          Err(_) => println!("await {} raised CancelledError", task.name()),           print(f"await {task.get_name()} raised CancelledError")
        timeout
          println!("crawling {url}");                                                  print(f"crawling {url}")
          if let Err(cancelled) = sleep(seconds).await {                               await asyncio.sleep(seconds)
          println!("cleaning up {url}");                                               print(f"cleaning up {url}")
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("gave up {url}");                                                   print(f"gave up {url}")
          println!("gave up the rest");                                                print("gave up the rest")
        shield
          println!("save start");                                                      print("save start")
          sleep(work).await?;                                                          await asyncio.sleep(WORK)
          println!("save done");                                                       print("save done")
          Ok("the file".to_string())                                                   return "the file"
          let task = create_task(save(work).named("save"));                            task = asyncio.create_task(save(), name="save")
          let saved = match wait_for(shield(task.clone()), timeout).await {            saved = await asyncio.wait_for(asyncio.shield(task), TIMEOUT)
          println!("main gave up waiting");                                            print("main gave up waiting")
          task.await?                                                                  saved = await task
          println!("main has {saved}");                                                print(f"main has {saved}")
        retry
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("crawling {url}, attempt {attempt}");                               print(f"crawling {url}, attempt {attempt}")
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("{}; pause {} ms", error.message, (pause * 1000.0) as u64);         print(f"{error}; pause {int(pause * 1000)} ms")
          sleep(pause).await?;                                                         await asyncio.sleep(pause)
          println!("gave up {url}");                                                   print(f"gave up {url}")
          crawls.push(create_task(crawl.named(url)));                                  asyncio.create_task(crawl_page(url, seconds), name=url)
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        event-and-lock
          println!("{name} waits for the event");                                      print(f"{name} waits for the event")
          event.wait().await?;                                                         await event.wait()
          println!("{name} wakes");                                                    print(f"{name} wakes")
          let _held = lock.acquire().await?;                                           async with lock:
          println!("{name} has the lock");                                             print(f"{name} has the lock")
          sleep(inside).await?;                                                        await asyncio.sleep(INSIDE)
          println!("{name} releases the lock");                                        print(f"{name} releases the lock")
          workers.push(create_task(worker.named(name)));                               workers.append(asyncio.create_task(worker(name, event, lock), name=name))
          sleep(event_after).await?;                                                   await asyncio.sleep(EVENT_AFTER)
          println!("main sets the event");                                             print("main sets the event")
          gather(workers).await?;                                                      await asyncio.gather(*workers)
        queue-join
          queue.put(item).await?;                                                      await queue.put(item)
          println!("put {item}");                                                      print(f"put {item}")
          let item = queue.get().await?;                                               item = await queue.get()
          println!("got {item}");                                                      print(f"got {item}")
          sleep(pause).await?;                                                         await asyncio.sleep(PAUSE)
          println!("done {item}");                                                     print(f"done {item}")
          let puts = create_task(producer(queue.clone(), items).named("producer"));    puts = asyncio.create_task(producer(queue), name="producer")
          let gets = create_task(consumer(queue.clone(), pause).named("consumer"));    gets = asyncio.create_task(consumer(queue), name="consumer")
          puts.await?;                                                                 await puts
          println!("everything is put");                                               print("everything is put")
          queue.join().await?;                                                         await queue.join()
          println!("everything is done");                                              print("everything is done")
        semaphore
          let _place = places.acquire().await?;                                        async with places:
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
          crawls.push(create_task(crawl.named(url)));                                  asyncio.create_task(crawl_page(url, seconds, places), name=url)
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        rate-limit
          sleep(1.0 / rate).await?;                                                    await asyncio.sleep(1 / RATE)
          bucket.get().await?;                                                         await bucket.get()
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds).await?;                                                       await asyncio.sleep(seconds)
          println!("OK {url}");                                                        print(f"OK {url}")
          let tokens = create_task(refill(bucket.clone(), rate).named("refill"));      tokens = asyncio.create_task(refill(bucket), name="refill")
          crawls.push(create_task(crawl.named(url)));                                  asyncio.create_task(crawl_page(url, seconds, bucket), name=url)
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        ten-thousand
          let _place = places.acquire().await?;                                        async with places:
          sleep(hundredths as f64 / 100.0).await?;                                     await asyncio.sleep(hundredths / 100)
          crawls.push(create_task(crawl.named(format!("page_{i}"))));                  crawls.append(asyncio.create_task(crawl_page(length, places), name=f"page_{i}"))
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
          println!("{pages} pages, which take {seconds} s one after the other");       print(f"{PAGES} pages, which take {sum(lengths) // 100} s one after the other")
        movies-in-turn
          let list = site.open(site.address()).await?;                                 movies = await fetch(SITE)
        movies-gather
          let list = site.open(site.address()).await?;                                 movies = await fetch(SITE)
    "#]].assert_eq(&side_by_side);
}
