
lesson-made-up-title = A made-up lesson
lesson-made-up-summary = main pauses once.
lesson-made-up-look = The lane of main has one pause.
lesson-made-up-why = asyncio.sleep gives up control, and there is no other task to run.
parameter-made_up_pause-help = How long main pauses.
