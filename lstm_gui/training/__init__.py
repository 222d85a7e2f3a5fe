"""Training: tasks, networks that learn them, and the loop, an iterator of progress. No Qt, no threads.

How a run travels:

    Plan          a TaskChoice (which row of tasks/catalogue.py, what was chosen, whose data), a
                  NetworkChoice, a Learning and a seed: the same in every process        plan.py
    Task          made from the choice: draws batches, has a validation set, a test set, a probe sequence and
                  baselines; judges answers                                              task.py
    Network       layers of `nets` and a read-out, as one flat vector of parameters      network.py
    RunState      a checkpoint: all that the next update starts from. Never changed      run.py
    advance       checkpoint → the next checkpoint and an Update: draw, read, compare, go back, clip, step
    train         the iterator over that, until the steps are done, it is solved, patience ends or it Diverged

What is drawn depends on the seed and the number of the update alone. So a run that goes on from a checkpoint
is the run that was never interrupted, to the bit, and an update that was left half way is simply done again.

    Apart         a process of its own, which gives way to the window                    apart.py
    serve         what it does: hears messages between updates, tells what happened      serve.py, answers.py
    messages      commands (Begin, Change, Pause, Resume, OneStep, Watch, End), questions (LookAt, AskText …)
                  →  Begun, Compiling, Updates, Kept, Looked, Paused, Ended, Failed, answers (ToldText …)
    Look          what a checkpoint makes of the probe: computed there, drawn elsewhere  look.py
    Crew          several such processes that work through a list of plans               crew.py

The window shows what comes in and computes nothing of it. What is kept of it: history.py, checkpoints.py.
The test set is looked at once, at the end, and judges the checkpoint that validated best or that solved the
task (run.to_judge).

Built on runs: comparison/ (several settings, several seeds), presets/ (comparisons with a claim that tests
check), limits/ (the size at which a cell gives up), cost/ (what an update takes), text_lab/ (what units do in
a text), model_file.py (a network as a file).
"""
