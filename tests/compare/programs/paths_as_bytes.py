"""Names of files as bytes and back, also those that are no UTF-8; and what the build was configured with."""
import os
import pathlib
import sysconfig

print(os.fsencode("naïve"), os.fsencode(pathlib.PurePosixPath("a/b")), os.fsencode(b"raw"))
print(os.fsdecode(b"na\xc3\xafve"), ascii(os.fsdecode(b"\xe7a")), os.fsdecode(pathlib.PurePosixPath("a/b")))
print(os.fsencode(os.fsdecode(b"\xe7a")))
print(sysconfig.get_config_var("no such thing"), bool(sysconfig.get_config_var("Py_GIL_DISABLED")))
