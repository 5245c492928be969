//! The Python listing of each lesson: its parameters, and the lines that do what the lesson does.

use std::collections::BTreeSet;

use crate::support::{Played, source};
use expect_test::expect;
use interleave::lessons::{Arguments, Lesson, catalogue, ends_of, find, lines_of};
use interleave::runtime::{Event, SourceLocation, StepEnd};

/// What belongs to the page or to what plays Python here, and not to the program.
const NOT_IN_LISTINGS: [&str; 2] = ["proxy", "python"];

fn listing(lesson: &Lesson, given: &[(&str, &str)]) -> String {
    let arguments = Arguments::new(lesson.parameters, given.iter().copied()).unwrap();
    lesson.listing(&arguments)
}

/// The names of the parameters at the top of a listing.
fn names(listing: &str) -> Vec<String> {
    let lines = listing
        .lines()
        .filter(|line| line.ends_with("  # parameter"));
    lines
        .map(|line| line.split_once(" = ").unwrap().0.to_lowercase())
        .collect()
}

#[test]
fn a_listing_has_the_parameters_of_its_lesson() {
    for lesson in catalogue() {
        let wanted = lesson.parameters.iter().map(|parameter| parameter.name);
        let wanted: Vec<_> = wanted
            .filter(|name| !NOT_IN_LISTINGS.contains(name))
            .collect();
        assert_eq!(names(&listing(lesson, &[])), wanted, "{}", lesson.slug);
    }
}

/// The file as it is, which anybody can run, has the values at which the lesson starts.
#[test]
fn a_listing_starts_with_the_values_of_its_lesson() {
    for lesson in catalogue() {
        let path = lesson.file.replace(".rs", ".py");
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let file = std::fs::read_to_string(path).unwrap();
        assert_eq!(listing(lesson, &[]), file, "{}", lesson.slug);
    }
}

#[test]
fn values_are_written_as_python_has_them() {
    let check = |slug, given: &[_], wanted: &str| {
        let listing = listing(find(slug).unwrap(), given);
        assert!(listing.contains(wanted), "{listing}");
    };
    check(
        "tasks",
        &[("urls", r#"a"b_1,\c_2 , 电影_0.5"#)],
        "\nURLS = [\"a\\\"b_1\", \"\\\\c_2\", \"电影_0.5\"]  # parameter\n",
    );
    check(
        "workers-as-tasks",
        &[("worker_1", ".50"), ("worker_2", "007")],
        "\nWORKER_1 = 0.5  # parameter\nWORKER_2 = 7  # parameter\n",
    );
    check(
        "producer-consumer",
        &[("seed", "0042")],
        "\nSEED = 42  # parameter\n",
    );
    check(
        "cancel-and-errors",
        &[("return_exceptions", "false")],
        "\nRETURN_EXCEPTIONS = False  # parameter\n",
    );
    check(
        "movies-in-turn",
        &[("site", "https://a.example/?q=\"x\"")],
        "\nSITE = \"https://a.example/?q=\\\"x\\\"\"  # parameter\n",
    );
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
    let ends = ends_of(&source(lesson));
    played.look(|story| {
        for stop in story.stops().filter(|stop| stop.returns) {
            let line = stop
                .location
                .map_or(0, |place| ends[place.line as usize - 1]);
            lines.extend((line > 0).then_some(line));
        }
    });
    lines
}

/// What lessons are played with beside their defaults, so that more of their lines are lit.
const GIVEN: [(&str, &[(&str, &str)]); 4] = [
    ("cancel-and-errors", &[("return_exceptions", "false")]),
    ("producer-consumer", &[("maxsize", "1"), ("consumers", "1")]),
    ("never-awaited", &[("awaited", "true")]),
    ("retry", &[("failures", "100")]),
];

/// Every line that is lit in Rust has its line in Python; here they are, side by side.
#[test]
fn every_lit_line_has_its_line_in_python() {
    let mut side_by_side = String::new();
    for lesson in catalogue() {
        let listing = listing(lesson, &[]);
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
          blocking_sleep(seconds_in(url));                                             time.sleep(float(url.split("_")[-1]))
          println!("OK {url}");                                                        print(f"OK {url}")
        await-in-turn
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds_in(url)).await?;                                               await asyncio.sleep(float(url.split("_")[-1]))
          println!("OK {url}");                                                        print(f"OK {url}")
        tasks
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds_in(&url)).await?;                                              await asyncio.sleep(float(url.split("_")[-1]))
          println!("OK {url}");                                                        print(f"OK {url}")
          tasks.push(create_task(crawl_page(url.clone()).named(url)));                 tasks.append(asyncio.create_task(crawl_page(url), name=url))
          task.await?;                                                                 await task
        gather
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds_in(&url)).await?;                                              await asyncio.sleep(float(url.split("_")[-1]))
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
          let task_1 = create_task(worker_1(seconds[0]).named("worker_1"));            task_1 = asyncio.create_task(worker_1(WORKER_1), name="worker_1")
          let task_2 = create_task(worker_2(seconds[1]).named("worker_2"));            task_2 = asyncio.create_task(worker_2(WORKER_2), name="worker_2")
          let task_3 = create_task(worker_3(seconds[2]).named("worker_3"));            task_3 = asyncio.create_task(worker_3(WORKER_3), name="worker_3")
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
          sleep(seconds_in(&url)).await?;                                              await asyncio.sleep(float(url.split("_")[-1]))
          Ok(format!("OK {url}"))                                                      return f"OK {url}"
          let task = create_task(crawl_page(url.clone()).named(url));                  task = asyncio.create_task(crawl_page(url), name=url)
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
        never-awaited
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds_in(url)).await?;                                               await asyncio.sleep(float(url.split("_")[-1]))
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("called crawl_page: {} coroutine objects", pages.len());            print(f"called crawl_page: {len(pages)} coroutine objects")
          sleep(1.0).await?;                                                           await asyncio.sleep(1)
          println!("1 s later nothing has run");                                       print("1 s later nothing has run")
        loop-in-a-loop
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds_in(url)).await?;                                               await asyncio.sleep(float(url.split("_")[-1]))
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("{error}");                                                         print(f"RuntimeError: {error}")
        no-gain-for-cpu
          println!("{name} start");                                                    print(f"{name} start")
          blocking_sleep(seconds);                                                     time.sleep(seconds)
          println!("{name} done");                                                     print(f"{name} done")
          let task_1 = create_task(compute("worker_1", worker_1).named("worker_1"));   task_1 = asyncio.create_task(compute("worker_1", WORKER_1), name="worker_1")
          let task_2 = create_task(compute("worker_2", worker_2).named("worker_2"));   task_2 = asyncio.create_task(compute("worker_2", WORKER_2), name="worker_2")
          gather([task_1, task_2]).await?;                                             await asyncio.gather(task_1, task_2)
          println!("no faster than one after the other");                              print("no faster than one after the other")
        blocking-in-a-task
          blocking_sleep(seconds_in(url));                                             time.sleep(float(url.split("_")[-1]))
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
          pool.submit(move || crawl_page(&url)).wait().await                           await asyncio.get_running_loop().run_in_executor(pool, crawl_page, url)
          crawls.push(create_task(crawl.named(url)));                                  crawls = [asyncio.create_task(crawl(url, pool), name=url) for url in URLS]
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        first-error
          println!("crawling {url}");                                                  print(f"crawling {url}")
          if let Err(cancelled) = sleep(seconds_in(&url)).await {                      await asyncio.sleep(float(url.split("_")[-1]))
          println!("cancelled {url}");                                                 print(f"cancelled {url}")
          return Err(Error::raised("ValueError", format!("{url} is broken")));         raise ValueError(f"{url} is broken")
          println!("OK {url}");                                                        print(f"OK {url}")
          crawls.push(create_task(crawl.named(url)));                                  crawls.append(asyncio.create_task(crawl_page(url, number == BROKEN), name=url))
          if let Err(error) = gather(crawls).await {                                   await asyncio.gather(*crawls)
          println!("main caught {error}");                                             print(f"main caught {type(error).__name__}: {error}")
          sleep(main_stays).await?;                                                    await asyncio.sleep(MAIN_STAYS)
          println!("main is done");                                                    print("main is done")
        timeout
          println!("crawling {url}");                                                  print(f"crawling {url}")
          if let Err(cancelled) = sleep(seconds_in(&url)).await {                      await asyncio.sleep(float(url.split("_")[-1]))
          println!("cleaning up {url}");                                               print(f"cleaning up {url}")
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("gave up {url}");                                                   print(f"gave up {url}")
          println!("gave up the rest");                                                print("gave up the rest")
        retry
          sleep(seconds_in(url)).await?;                                               await asyncio.sleep(float(url.split("_")[-1]))
          println!("crawling {url}, attempt {attempt}");                               print(f"crawling {url}, attempt {attempt}")
          println!("OK {url}");                                                        print(f"OK {url}")
          println!("{}; pause {} ms", error.message, (pause * 1000.0) as u64);         print(f"{error}; pause {int(pause * 1000)} ms")
          sleep(pause).await?;                                                         await asyncio.sleep(pause)
          println!("gave up {url}");                                                   print(f"gave up {url}")
          crawls.push(create_task(crawl.named(url)));                                  crawls = [asyncio.create_task(crawl_page(url), name=url) for url in URLS]
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        semaphore
          let _place = places.acquire().await?;                                        async with places:
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds_in(&url)).await?;                                              await asyncio.sleep(float(url.split("_")[-1]))
          println!("OK {url}");                                                        print(f"OK {url}")
          crawls.push(create_task(crawl.named(url)));                                  crawls = [asyncio.create_task(crawl_page(url, places), name=url) for url in URLS]
          gather(crawls).await?;                                                       await asyncio.gather(*crawls)
        rate-limit
          sleep(1.0 / rate).await?;                                                    await asyncio.sleep(1 / RATE)
          bucket.get().await?;                                                         await bucket.get()
          println!("crawling {url}");                                                  print(f"crawling {url}")
          sleep(seconds_in(&url)).await?;                                              await asyncio.sleep(float(url.split("_")[-1]))
          println!("OK {url}");                                                        print(f"OK {url}")
          let tokens = create_task(refill(bucket.clone(), rate).named("refill"));      tokens = asyncio.create_task(refill(bucket), name="refill")
          crawls.push(create_task(crawl.named(url)));                                  crawls = [asyncio.create_task(crawl_page(url, bucket), name=url) for url in URLS]
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
