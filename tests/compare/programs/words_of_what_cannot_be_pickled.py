"""Copies of what cannot be copied."""

import copy
import pickle
import threading

for thing in (threading.Lock(), threading.RLock(), (n for n in ()), {"a": threading.Lock()}):
    for way in (copy.deepcopy, pickle.dumps):
        try:
            way(thing)
        except TypeError as error:
            print(error)
