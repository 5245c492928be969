// The script that authors name: it registers the element.

// Named here, too, it is asked for beside the script that needs it, and not after that.
import "./loading.ts";
import "./place/registered.ts";
