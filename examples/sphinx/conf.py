import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Tutorial"
extensions = ["interleave"]
interleave_site = "https://your.site/interleave"
exclude_patterns = ["_build"]
