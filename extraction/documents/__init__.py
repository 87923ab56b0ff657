"""A file becomes text: encodings, PDF print, web pages, scans, footnotes. Others import `files`."""
