import marimo

__generated_with = "0.25.2"
app = marimo.App()


@app.cell
def _():
    import marimo as mo
    from interleave_playground import Playground

    return Playground, mo


@app.cell
def _(mo):
    seconds = mo.ui.slider(0, 5, step=0.5, value=1.5, label="worker_1 sleeps for", show_value=True)
    seconds
    return (seconds,)


@app.cell
def _(Playground, mo):
    playground = mo.ui.anywidget(Playground("workers-as-tasks", view="article", autorun=True))
    playground
    return (playground,)


@app.cell
def _(playground, seconds):
    playground.widget.params = {"worker_1": seconds.value}
    return


@app.cell
def _(mo, playground):
    summary = playground.value["summary"]
    mo.md(f"The run took {summary['seconds']} s." if summary else "")
    return


if __name__ == "__main__":
    app.run()
