    made_up {
        slug: "made-up",
        group: "crawl",
        parameters: [seconds("made_up_pause", "1.5")],
        start: |values, _| made_up::main(values.seconds("made_up_pause")),
    },
