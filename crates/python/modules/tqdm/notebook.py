"""The bar of progress, wherever it is shown."""

from . import tqdm, trange
