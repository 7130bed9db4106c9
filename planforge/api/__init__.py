"""The library's face: everything that the command line does, as functions, a module for each kind of job.

Bad input raises `planforge.model.InputError`, whose message is for the user, in Chinese; a file that can't be written
raises OSError, which names it, and `planforge.files.reason` says why. Files are named by their paths, `-` is standard
input; a Word, PDF, HTML or text file does wherever a document is read. Nothing here prints or exits. A command imports
the one module that it needs, when it runs.
"""
