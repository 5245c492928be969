    made_up {
        group: "crawl",
        docs: "library/asyncio-task.html#asyncio.sleep",
        parameters: [seconds("made_up_pause", "1.5")],
        start: |values, _| made_up::main(values.seconds("made_up_pause")),
    },
