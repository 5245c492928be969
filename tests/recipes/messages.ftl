
lesson-made-up-title = A made-up lesson
lesson-made-up-summary = main pauses once.
parameter-made_up_pause-help = How long main pauses.
