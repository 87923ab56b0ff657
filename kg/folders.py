"""The user's folders of this program, where the system keeps such folders (XDG's variables on Linux)."""

from platformdirs import PlatformDirs

FOLDERS = PlatformDirs("lawgraph", appauthor=False)
