import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Tutorial"
extensions = ["interleave", "myst_parser"]  # the second for pages in Markdown
myst_enable_extensions = ["colon_fence"]
interleave_site = "https://your.site/interleave"
exclude_patterns = ["_build"]
