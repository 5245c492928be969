// The script that authors name: it registers the element.

import "./place/registered.ts";
