"""Two folders that change places: at once where the system can, else with a moment between two renames."""

import ctypes
import errno
import os
from pathlib import Path
from typing import Final

_HERE: Final = -100
"""`AT_FDCWD`: the paths are as any other call takes them."""
_EXCHANGE: Final = 2
"""`RENAME_EXCHANGE`; both from Linux's `renameat2(2)`."""
_CANNOT: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""What a system or file system says that does not know how."""


def exchange(one: Path, other: Path) -> bool:
    """Let two files or folders change places at once; return False, with nothing done, where that cannot be.

    Raises OSError when it is known but was not done.
    """
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    reason = ctypes.get_errno()
    if reason in _CANNOT:
        return False
    raise OSError(reason, os.strerror(reason), str(other))


def replace(old: Path, new: Path, *, aside: Path) -> None:
    """Put `new` in the place of `old`, which afterwards lies where `new` was.

    Where the two cannot change places at once, `old` waits at `aside` between two renames.
    """
    if exchange(new, old):
        return
    old.rename(aside)
    new.rename(old)
    aside.rename(new)
